/** Says something to a screen reader through the page's live region, once the reader pauses. */
export function announce(message: string): void {
  const region = document.getElementById('live')
  // The same words twice in a row are only read again when the region was empty in between.
  if (region === null) return
  region.textContent = ''
  requestAnimationFrame(() => {
    region.textContent = message
  })
}
