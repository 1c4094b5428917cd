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
  /** Whether names begin with a capital, as PowerShell writes them. */
  readonly hasCapitals: boolean
  #json: LocatedJson | undefined

  constructor(path: string, text: string, isUtf8: boolean) {
    this.path = path
    this.text = text
    this.isUtf8 = isUtf8
    this.hasCapitals = /"(?:SkuId|UserPrincipalName|LicenseDetails|AssignedLicenses|ProductSku)"/.test(
      text.slice(0, 100_000),
    )
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
  /** The value as an object that is no array; nothing for everything else. */
  readonly #record: Readonly<Record<string, unknown>> | undefined
  readonly #file: JsonListFile
  readonly #parent: LocatedValue | undefined
  readonly #step: string | number

  constructor(value: unknown, file: JsonListFile, parent?: LocatedValue, step: string | number = '') {
    this.value = value
    // An object of a JSON value: its members are unknown, and named by this package alone.
    this.#record =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? (value as Record<string, unknown>)
        : undefined
    this.#file = file
    this.#parent = parent
    this.#step = step
  }

  /** True for an object that is no array. */
  get isObject(): boolean {
    return this.#record !== undefined
  }

  /** The member of that name as Graph writes it, or as PowerShell's modules do, which begin names with a capital. */
  member(name: string): LocatedValue | undefined {
    const value = this.#record?.[name]
    if (value !== undefined) return new LocatedValue(value, this.#file, this, name)
    if (!this.#file.hasCapitals) return undefined
    const capital = capitalOf(name)
    const other = this.#record?.[capital]
    return other === undefined ? undefined : new LocatedValue(other, this.#file, this, capital)
  }

  /** The value of a member, as it is. */
  plain(name: string): unknown {
    const value = this.#record?.[name]
    return value === undefined && this.#file.hasCapitals ? this.#record?.[capitalOf(name)] : value
  }

  /** Whether there is a member of that name that is not null. */
  has(name: string): boolean {
    return (this.plain(name) ?? null) !== null
  }

  /** The text of a member; nothing where it is none. */
  text(name: string): string | undefined {
    const value = this.plain(name)
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
}

function capitalOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
