/** Opens each drawing at its middle, where the first step stands, however narrow the screen. */
export function startDrawings(): void {
  for (const figure of document.querySelectorAll<HTMLElement>('[data-drawing]')) {
    const centre = (): void => {
      figure.scrollLeft = (figure.scrollWidth - figure.clientWidth) / 2
    }
    centre()
    // Folded away it has no width yet.
    figure.closest('details')?.addEventListener('toggle', centre, { once: true })
  }
}
