/** Seven cells, the sign of Sevenstep. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28">${Array.from(
  { length: 7 },
  (_, cell) => `<rect x="${cell * 4}" y="6" width="3" height="16" rx="1" fill="${cell < 4 ? '#0b5c5a' : '#8fbab6'}"/>`,
).join('')}</svg>`
