import { type JsonNode, type LocatedJson, readJson, toValue } from '@sevenstep/located-json'
import type { JudgedFile, Place } from '@sevenstep/rule-engine'

/**
 * A JSON file whose places are worked out when somebody asks for one. Lists of licences are large, and most of what they
 * hold is never pointed at.
 */
export class JsonListFile implements JudgedFile {
  readonly path: string
  readonly text: string
  readonly isUtf8: boolean
  #json: LocatedJson | undefined

  constructor(path: string, text: string, isUtf8: boolean) {
    this.path = path
    this.text = text
    this.isUtf8 = isUtf8
  }

  get json(): LocatedJson {
    this.#json ??= readJson(this.text)
    return this.#json
  }

  /** The value of the whole text; where it is no sound JSON, of what could be read. Nothing where nothing could. */
  value(): LocatedValue | undefined {
    try {
      return new LocatedValue(JSON.parse(this.text), this)
    } catch {
      const { root } = this.json
      return root === undefined ? undefined : new LocatedValue(toValue(root), this)
    }
  }
}

/** A plain JSON value that knows the way to its place. */
export class LocatedValue {
  readonly value: unknown
  readonly #file: JsonListFile
  readonly #parent: LocatedValue | undefined
  readonly #step: string | number

  constructor(value: unknown, file: JsonListFile, parent?: LocatedValue, step: string | number = '') {
    this.value = value
    this.#file = file
    this.#parent = parent
    this.#step = step
  }

  /** True for an object that is no array. */
  get isObject(): boolean {
    return typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value)
  }

  /** The member of that name as Graph writes it, or as PowerShell's modules do, which begin names with a capital. */
  member(name: string): LocatedValue | undefined {
    const value: unknown = this.plain(name)
    if (value !== undefined) return new LocatedValue(value, this.#file, this, name)
    const capital = capitals.get(name) ?? capitalOf(name)
    const other: unknown = this.plain(capital)
    return other === undefined ? undefined : new LocatedValue(other, this.#file, this, capital)
  }

  /** Whether there is a member of that name that is not null. */
  has(name: string): boolean {
    return (this.plain(name) ?? this.plain(capitals.get(name) ?? capitalOf(name)) ?? null) !== null
  }

  /** The text of a member; nothing where it is none. */
  text(name: string): string | undefined {
    const value = this.plain(name) ?? this.plain(capitals.get(name) ?? capitalOf(name))
    return typeof value === 'string' ? value : undefined
  }

  /** The items of an array; none for everything else. */
  get items(): readonly LocatedValue[] {
    return Array.isArray(this.value) ? this.value.map((item: unknown, at) => this.item(item, at)) : []
  }

  /** One of the items, which the caller has at hand already. */
  item(value: unknown, at: number): LocatedValue {
    return new LocatedValue(value, this.#file, this, at)
  }

  /** Where it stands. */
  get place(): Place {
    return this.#node() ?? { file: this.#file, start: 0, end: 0 }
  }

  /** Path of keys and places from the whole, as a text: for names of what has none. */
  get path(): string {
    return this.#parent === undefined ? '' : `${this.#parent.path}/${this.#step}`
  }

  #node(): JsonNode | undefined {
    return this.#parent === undefined ? this.#file.json.root : this.#parent.#node()?.find(this.#step)
  }

  private plain(name: string): unknown {
    return this.isObject && Object.hasOwn(Object(this.value), name) ? Reflect.get(Object(this.value), name) : undefined
  }
}

const capitals = new Map<string, string>()

/** Names come from this package's own code, so that the map stays small. */
function capitalOf(name: string): string {
  const capital = name.charAt(0).toUpperCase() + name.slice(1)
  capitals.set(name, capital)
  return capital
}
