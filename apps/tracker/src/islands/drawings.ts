/**
 * Opens each drawing at its middle, where the first step stands, however narrow the screen, and marks the edges behind
 * which it goes on: touch screens show no scroll bar until somebody scrolls.
 */
export function startDrawings(): void {
  for (const figure of document.querySelectorAll<HTMLElement>('[data-drawing]')) {
    const mark = (): void => {
      const { scrollLeft, scrollWidth, clientWidth } = figure
      figure.classList.toggle('is-cut-left', scrollLeft > 1)
      figure.classList.toggle('is-cut-right', scrollLeft + clientWidth < scrollWidth - 1)
    }
    const centre = (): void => {
      figure.scrollLeft = (figure.scrollWidth - figure.clientWidth) / 2
      mark()
    }
    centre()
    // Folded away it has no width yet.
    figure.closest('details')?.addEventListener('toggle', centre, { once: true })
    figure.addEventListener('scroll', mark, { passive: true })
    new ResizeObserver(mark).observe(figure)
  }
}
