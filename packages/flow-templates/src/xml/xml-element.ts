/** An element of XML that has been read, and where it stands. Offsets count UTF-16 code units of the text. */
export interface XmlElement {
  readonly name: string
  /** In the order of the text; values with entities decoded. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The element's own text, pieces between children joined, entities decoded, blanks kept. */
  readonly text: string
  /** Of `<`. */
  readonly start: number
  /** Behind the last `>`. */
  readonly end: number
  /** Behind the opening tag's `>`. */
  readonly contentStart: number
  /** Of the closing tag's `<`; equal to `contentStart` for an element without one. */
  readonly contentEnd: number
}

/** The first child of that name, in any case of letters: SolutionPackager and the platform differ here and there. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  const wanted = name.toLowerCase()
  return element?.children.find((child) => isNamed(child, wanted))
}

/** Most names differ in their length already, which lower case changes for no letter that becomes one of ASCII. */
function isNamed({ name }: XmlElement, wanted: string): boolean {
  return name === wanted || (name.length === wanted.length && name.toLowerCase() === wanted)
}

/** All children of that name, in any case of letters. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  const wanted = name.toLowerCase()
  return element?.children.filter((child) => isNamed(child, wanted)) ?? []
}

/** The trimmed text of a child; nothing when there is no such child, or it is marked as nil. */
export function textOfChild(element: XmlElement | undefined, name: string): string | undefined {
  const child = childOf(element, name)
  return child === undefined || attributeOf(child, 'xsi:nil') === 'true' ? undefined : child.text.trim()
}

/** The value of an attribute, in any case of letters. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  if (element === undefined) return undefined
  const exact = element.attributes.get(name)
  if (exact !== undefined) return exact
  const wanted = name.toLowerCase()
  for (const [key, value] of element.attributes) if (key.toLowerCase() === wanted) return value
  return undefined
}
