const sections = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z_:][\w:.-]{0,99});/iy

/** Where the first "&" of an XML text stands that begins no reference; comments and CDATA are passed over. */
export function bareAmpersandIn(text: string): number | undefined {
  let at = 0
  const starts = sections.map(([start]) => text.indexOf(start))
  for (let ampersand = text.indexOf('&'); ampersand !== -1; ampersand = text.indexOf('&', at)) {
    const inside = sections.findIndex((_, index) => starts[index] !== -1 && Number(starts[index]) < ampersand)
    const [start, end] = sections[inside] ?? []
    if (start === undefined || end === undefined) {
      reference.lastIndex = ampersand
      if (!reference.test(text)) return ampersand
      at = ampersand + 1
      continue
    }
    const close = text.indexOf(end, Number(starts[inside]) + start.length)
    if (close === -1) return undefined
    at = Math.max(at, close + end.length)
    sections.forEach(([each], index) => {
      if (starts[index] !== -1 && Number(starts[index]) < at) starts[index] = text.indexOf(each, at)
    })
  }
  return undefined
}
