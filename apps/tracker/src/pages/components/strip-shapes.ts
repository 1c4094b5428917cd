import type { StripCell } from '@sevenstep/onboarding'

/** Side of a cell in the units all shapes are drawn in; the small strip shows them one to one as pixels. */
export const cellSide = 24

/** Space between two cells, in the same units. */
export const cellGap = 3

/** The sign of each state as an SVG path in a cell; a step that has not started shows its number instead. */
export const signs: Readonly<Record<Exclude<StripCell, 'not-started'>, string>> = {
  proved: 'M7.8 12.4l2.9 2.9 5.6-6.2',
  failing: 'M12 7v6M12 16.6v.1',
  waiting: 'M12 7a5 5 0 1 0 5 5M12 7a5 5 0 0 1 5 5h-5z',
  'in-review': 'M12 7l5 5-5 5-5-5z',
  'not-needed': 'M8.8 12h6.4',
  'needs-answer': 'M9.6 9.7a2.5 2.5 0 1 1 3.5 2.3c-.8.3-1.1.8-1.1 1.6M12 16.7v.1',
}

/** Diagonal lines for a step that is not needed; drawn, because a pattern would need an id of its own on every page. */
export const hatch = 'M1.5 7L7 1.5M1.5 15L15 1.5M2 22.5L22.5 2M9 22.5L22.5 9M17 22.5L22.5 17'

/** The logo: seven bars of which the first four are filled. Units are pixels of a 47 × 16 picture. */
export const logoBars = [0, 1, 2, 3, 4, 5, 6].map((index) => ({ x: index * 7, filled: index < 4 }))

/** The favicon, from the bars of the logo; it follows the theme of the browser. */
export function faviconSvg(): string {
  const bars = logoBars.map(
    ({ x, filled }) =>
      `<rect x="${x * 0.64 + 1}" y="6" width="3.2" height="20" rx="1"${filled ? '' : ' opacity=".4"'}/>`,
  )
  const style = 'rect{fill:#0b5c5a}@media(prefers-color-scheme:dark){rect{fill:#5ccbc3}}'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>${style}</style>${bars.join('')}</svg>`
}
