import type { DraftFinding } from '@sevenstep/findings'

/** A page as its vendor has it: files by path, and the headers it is sent with. */
export interface VendorsPage {
  readonly files: Readonly<Record<string, string>>
  readonly headers: readonly (readonly [string, string])[]
}

/** One change to a file, in offsets. */
interface Change {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What stands at a finding, as it was written. */
interface Place {
  readonly finding: DraftFinding
  readonly text: string
  readonly start: number
  readonly end: number
  readonly whole: string
}

/**
 * What a fix says to write, for fixes that say it word by word: the new text for the place of the finding, or a change
 * elsewhere in the file. Nobody has to understand embedding for these.
 */
const readings: readonly [
  RegExp,
  (place: Place, words: RegExpExecArray) => string | Omit<Change, 'file'> | undefined,
][] = [
  [
    /^Load (\S+\.js)(?: instead| and leave|\.$)/,
    ({ text }, [, right = '']) => (text.startsWith('src') ? `src="${right}"` : `'${right}'`),
  ],
  [/^Show it from (\S+) instead/, () => undefined],
  [
    /^Write new MsFlowSdk\((\{.*?\})\)/,
    ({ text, start, end, whole }, [, options = '']) =>
      text === 'MsFlowSdk' ? { start, end: whole.indexOf(')', end), text: `MsFlowSdk(${options}` } : options,
  ],
  [/^(?:Write|Perhaps) '([^']+)'/, (_, [, word = '']) => `'${word}'`],
  [
    /^(?:Write|Perhaps) (\w+)(?: is meant)?\.$/,
    ({ text, finding }, [, word = '']) => {
      if (word === 'https') return text.replace('http:', 'https:')
      if (!text.startsWith('src')) return text.startsWith("'") ? `'${word}'` : word
      return text.replace(/"([^"]*)"; it is/.exec(finding.message.what)?.[1] ?? '\0', word)
    },
  ],
  [/^Write (https:\/\/[^/ ]+)\.$/, ({ text }, [, right = '']) => text.replace(/https?:\/\/[^/"?]+/, right)],
  [
    /^Write it in small letters/,
    ({ text }) => text.replace(/\/[a-z]{2}-[A-Za-z]{2}\//, (locale) => locale.toLowerCase()),
  ],
  [/^Write details or new/, ({ text }) => text.replace(/destination=[^&"]*/, 'destination=details')],
  [
    /^Write a whole number, for example (\d+)/,
    ({ text }, [, number = '']) =>
      text.startsWith('src') ? text.replace(/pagesize=[^&"]*/, `pagesize=${number}`) : number,
  ],
  [
    /^Add (\w+: (?:'[^']*'|\(error\) => …))/,
    ({ text, start }, [, entry = '']) =>
      text.startsWith('{')
        ? { start: start + 1, end: start + 1, text: ` ${entry.replace('…', 'tell(error)')},` }
        : undefined,
  ],
  [/^Add <div id="([^"]+)"><\/div>/, () => undefined],
  [
    /^(?:Take one of|.*one that is known:) '?([\w-]+)/,
    ({ text }, [, word = '']) => (text.startsWith("'") ? `'${word}'` : word),
  ],
  [/^Take the attribute away/, () => ''],
  [
    /^Take the sandbox away, or add (.+)\.$/,
    ({ text }, [, missing = '']) => text.replace(/"$/, ` ${missing.replaceAll(',', '')}"`),
  ],
  [/^Add a title that says .*(title="\w+")/, ({ text }, [, title = '']) => text.replace('<iframe', `<iframe ${title}`)],
  [
    /^Give it a width .* example (.+)\.$/,
    ({ text }, [, style = '']) => text.replace(/style="[^"]*"/, `style="${style}"`),
  ],
  [/^Take debugMode away/, () => 'false'],
  [/^Give its script element the attribute nonce/, () => undefined],
]

const directive = /[Ll]et the policy say "([^"]+)"/

/** Follows every fix that says word by word what to write, all at once; gives the page and which fixes were followed. */
export function followFixes(
  page: VendorsPage,
  findings: readonly DraftFinding[],
): { readonly page: VendorsPage; readonly followed: readonly DraftFinding[] } {
  const followed: DraftFinding[] = []
  const changes: Change[] = []
  let headers = page.headers
  for (const finding of findings) {
    const said = directive.exec(finding.message.fix)?.[1]
    if (finding.range === undefined) {
      const changed = headers.map(([name, value]): readonly [string, string] =>
        said !== undefined && /^content-security-policy$/i.test(name)
          ? [name, withDirective(value, said)]
          : [name, value],
      )
      if (said !== undefined) followed.push(finding)
      headers = changed
      continue
    }
    const place = placeOf(page, finding)
    const change = said === undefined ? changeOf(place) : undefined
    if (said === undefined && change === undefined) continue
    followed.push(finding)
    const before = changes.find(({ file, start }) => file === finding.file && start === place.start)
    const text = before?.text ?? place.text
    if (said === undefined && change !== undefined) changes.push({ file: finding.file, ...change })
    else if (before === undefined || said !== undefined) {
      if (before !== undefined) changes.splice(changes.indexOf(before), 1)
      const written = text.replace(
        /content="([^"]*)"/,
        (_, policy: string) => `content="${withDirective(policy, said ?? '')}"`,
      )
      changes.push({ file: finding.file, start: place.start, end: place.end, text: written })
    }
  }
  return { page: { files: changed(page.files, changes), headers }, followed }
}

function placeOf({ files }: VendorsPage, finding: DraftFinding): Place {
  const whole = files[finding.file] ?? ''
  const at = ({ line, column }: { readonly line: number; readonly column: number }): number =>
    whole
      .split('\n')
      .slice(0, line - 1)
      .reduce((sum, one) => sum + one.length + 1, 0) +
    column -
    1
  const { range } = finding
  if (range === undefined) throw new Error('A finding without a place is about headers.')
  const [start, end] = [at(range.start), at(range.end)]
  return { finding, whole, start, end, text: whole.slice(start, end) }
}

function changeOf(place: Place): Omit<Change, 'file'> | undefined {
  for (const [pattern, read] of readings) {
    const words = pattern.exec(place.finding.message.fix)
    if (words === null) continue
    const said = read(place, words)
    if (said === undefined || said === place.text) return undefined
    return typeof said === 'string' ? { start: place.start, end: place.end, text: said } : said
  }
  return undefined
}

/** From the end, so that what stands before keeps its place; what was changed already is left for the next round. */
function changed(files: VendorsPage['files'], changes: readonly Change[]): VendorsPage['files'] {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => {
      let now = text
      let until = Number.POSITIVE_INFINITY
      for (const { start, end, text: by } of changes
        .filter(({ file }) => file === path)
        .sort((left, right) => right.start - left.start)) {
        if (end > until) continue
        now = now.slice(0, start) + by + now.slice(end)
        until = start
      }
      return [path, now]
    }),
  )
}

/** A policy with one directive written as is said. */
function withDirective(policy: string, said: string): string {
  const name = said.split(' ', 1)[0] ?? ''
  const kept = policy
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '' && one.split(/\s/, 1)[0] !== name)
  return [...kept, said].join('; ')
}
