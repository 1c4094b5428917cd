import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createReport, type DraftFinding } from '../create-report.ts'
import { anyReport, hostileText } from '../fixtures/any-report.ts'
import { rangeOn, sampleReport, sampleText } from '../fixtures/sample-report.ts'
import { codeFrame, createFrameSource } from './code-frame.ts'
import { displayWidth, neutralise } from './display-text.ts'
import { printText } from './print-text.ts'
import { createTextStyle } from './text-style.ts'

const sources = (_subject: unknown, file: string): string | undefined =>
  file === 'apiDefinition.swagger.json' ? sampleText : undefined
const style = createTextStyle(false, true)
const frame = (text: string, line: number, column: number, length: number, columns = 60): string[] =>
  codeFrame(createFrameSource(text), rangeOn(line, column, length), columns, style)

test('a report as a person sees it', () => {
  expect(printText(sampleReport, { sources, width: 80 })).toBe(`connectors/Contoso's Invoices
connector · verified-publisher · repository

── apiDefinition.swagger.json

✖ error  The title has 39 characters; at most 30 are allowed.
  connectors/Contoso's Invoices/apiDefinition.swagger.json:4:14
    3 │   "info": {
  > 4 │     "title": "Contoso Invoices Connector for everyone",
      │              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    5 │     "version": "1.0"
  also The same title is used here.
       connectors/Contoso's Invoices/apiProperties.json

  why  Longer titles are cut off in the list of connectors.
  fix  Shorten the title to 30 characters.
  rule info-title-max-length · Microsoft's 5000.5 (uncertain)
  see  https://rules.example/info-title-max-length

▲ warning  The host is a sample.
  connectors/Contoso's Invoices/apiDefinition.swagger.json:7:11
    6 │   },
  > 7 │   "host": "api.contoso.example"
      │           ^^^^^^^^^^^^^^^^^^^^^
    8 │ }

  why  No request can reach it.
  fix  Name the real host. (can be mended automatically)
  rule host-lower-case

● 1 note, in short; --verbose says each in full
  There is no readme.  readme-present

Not checked
  · The icon was not given. Add it to the folder. (2 rules)

✖ 1 error, 1 warning, 1 note in 2 connectors (1 clean)
  1 of them can be mended automatically: run again with --fix.
  Our check, not Microsoft's verdict.
`)
})

test('what lies in an archive is mended only once it is unpacked', () => {
  const printed = printText(sampleReport, { isPacked: () => true })
  expect(printed).toContain('Name the real host. (can be mended automatically once it is unpacked)')
  expect(printed).toContain('  1 of them can be mended automatically: unpack the archive, then run again with --fix.\n')
})

test('quiet says errors in one line each', () => {
  expect(printText(sampleReport, { verbosity: 'quiet', unicode: false })).toBe(
    `connectors/Contoso's Invoices/apiDefinition.swagger.json:4:14  error  The title has 39 characters; at most 30 are allowed.  info-title-max-length

x 1 error, 1 warning, 1 note in 2 connectors (1 clean)
  1 of them can be mended automatically: run again with --fix.
  Our check, not Microsoft's verdict.
`,
  )
})

test('verbose shows notes in full, clean subjects and the names of rules not checked', () => {
  const printed = printText(sampleReport, { verbosity: 'verbose' })
  for (const part of ['● note  There is no readme.', '✔ Nothing found.', '(icon-size, icon-square)'])
    expect(printed).toContain(part)
})

test.each([
  [[], 'Nothing was checked.\n'],
  [[[]], "Nothing found in 1 connector\n  Our check, not Microsoft's verdict.\n"],
  [[[], []], "Nothing found in 2 connectors (all clean)\n  Our check, not Microsoft's verdict.\n"],
])('nothing found in %j', (subjects, ending) => {
  const report = createReport(
    sampleReport.ruleSet,
    subjects.map((findings) => ({ path: 'a', kind: 'connector', profile: 'custom', target: 'repository', findings })),
  )
  expect(printText(report).endsWith(ending)).toBe(true)
})

describe('repeated findings', () => {
  const repeated = (count: number) =>
    createReport(sampleReport.ruleSet, [
      {
        path: 'a',
        kind: 'connector',
        profile: 'custom',
        target: 'repository',
        findings: Array.from(
          { length: count },
          (_, index): DraftFinding => ({
            ruleId: 'r',
            severity: 'error',
            message: { what: 'Wrong.', why: 'Y.', fix: 'F.' },
            file: 'f.json',
            range: rangeOn(index + 1, 1, 1),
          }),
        ),
      },
    ])

  test('fold after three, with advice and sentence once', () => {
    expect(printText(repeated(6)).split('\n').slice(5, 15)).toEqual([
      '✖ error  Wrong.',
      '  a/f.json:1:1',
      '  a/f.json:2:1',
      '  a/f.json:3:1',
      '  and 3 more places: line 4, 5, 6',
      '',
      '  why  Y.',
      '  fix  F.',
      '  rule r',
      '',
    ])
  })

  test('are listed apart from those of the rule that say something else', () => {
    const finding = (line: number, what: string): DraftFinding => ({
      ruleId: 'r',
      severity: 'warning',
      message: { what, why: 'Y.', fix: 'F.' },
      file: 'f.json',
      range: rangeOn(line, 1, 1),
    })
    const findings = [finding(1, 'Names a site.'), finding(4, 'Names a team.'), finding(7, 'Names a site.')]
    const [subject] = repeated(1).subjects
    if (subject === undefined) throw new Error('the report has no subject')
    expect(printText(createReport(sampleReport.ruleSet, [{ ...subject, findings }]))).toContain(
      '▲ warning  Names a site.\n  a/f.json:1:1\n  and 1 more place: line 7\n  and 1 more of the same rule: line 4\n',
    )
  })

  test('name so many lines as fit', () => {
    expect(printText(repeated(300))).toContain('and 297 more places: line 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, …')
  })
})

describe('many rules', () => {
  const many = (rules: number, severity: 'error' | 'warning', places: number) =>
    createReport(sampleReport.ruleSet, [
      {
        path: 'a',
        kind: 'connector',
        profile: 'custom',
        target: 'repository',
        findings: Array.from({ length: rules * places }, (_, index): DraftFinding => {
          const rule = index % rules
          const message = { what: `Thing ${index} is wrong.`, why: 'Because.', fix: 'Mend it.' }
          return { ruleId: `r${rule}`, severity, message, file: 'f.json', range: rangeOn(index + 1, 1, 1) }
        }),
      },
    ])

  test('eight are shown with why, the first place of each warning in full', () => {
    const printed = printText(many(8, 'warning', 2))
    expect(printed.match(/ why {2}Because/g)).toHaveLength(8)
    expect(printed).not.toContain('--verbose')
    expect(printed).toContain('  a/f.json:1:1\n  and 1 more of the same rule: line 9\n\n  why  Because.')
  })

  test('of more, warnings are short and say how to see the rest', () => {
    const printed = printText(many(20, 'warning', 15))
    expect(printed.split('\n').length).toBeLessThan(132)
    expect(printed).toContain(
      '▲ warning  Thing 0 is wrong.\n  a/f.json:1:1\n  and 14 more of the same rule: line 21, 41, 61, 81, 101, 121, 141, 161, 181, …\n  fix  Mend it.\n  rule r0\n\n',
    )
    expect(printed).toContain('--verbose says why')
  })

  test('errors are never short, and verbose hides nothing', () => {
    expect(printText(many(20, 'error', 1)).match(/ why {2}Because/g)).toHaveLength(20)
    const printed = printText(many(20, 'warning', 3), { verbosity: 'verbose' })
    expect(printed.match(/Thing \d+ is wrong/g)).toHaveLength(60)
  })
})

describe('code frames', () => {
  test.each([
    ['a tab is two columns wide', '\t"a": 1', 1, 2, 3, ['  > 1 │   "a": 1', '      │   ^^^']],
    ['wide characters take two', '"漢字": x', 1, 7, 1, ['  > 1 │ "漢字": x', '      │         ^']],
    ['combining marks take none', '"e\u0301": x', 1, 7, 1, ['  > 1 │ "e\u0301": x', '      │      ^']],
    ['escape sequences are seen, not obeyed', '\u001b[2J x', 1, 6, 1, ['  > 1 │ ␛[2J x', '      │      ^']],
    ['turned text is named', '\u202e x', 1, 3, 1, ['  > 1 │ <U+202E> x', '      │          ^']],
    ['an empty range has one caret', 'abc', 1, 4, 0, ['  > 1 │ abc', '      │    ^']],
    ['a mark the file starts with is not shown', '\uFEFFabc', 1, 1, 1, ['  > 1 │ abc', '      │ ^']],
    ['a line that does not exist has no frame', 'abc', 3, 1, 1, []],
  ])('%s', (_title, text, line, column, length, expected) => {
    expect(frame(text, line, column, length)).toEqual(expected)
  })

  test('a range over several lines is marked to the end of its first', () => {
    const range = { start: { line: 1, column: 1 }, end: { line: 3, column: 2 } }
    expect(codeFrame(createFrameSource('{\n 1\n}'), range, 60, style)).toEqual(['  > 1 │ {', '      │ ^ to line 3'])
  })

  test('a long line is windowed around the mark', () => {
    const text = `{"a":"${'x'.repeat(300_000)}","bad":1,"b":"${'y'.repeat(300_000)}"}`
    expect(frame(text, 1, text.indexOf('"bad"') + 1, 5, 50)).toEqual([
      '  > 1 │ …xxxxxxxxxxxxxxxxxxxxx","bad":1,"b":"yyyy…',
      '      │                         ^^^^^',
    ])
  })

  test('neither piled-up marks nor a value of any length make a giant line', () => {
    const marks = `e${'\u0301'.repeat(100_000)}`
    for (const line of frame(marks, 1, 1, 100_000, 60)) expect(line.length).toBeLessThan(400)
    const [first] = sampleReport.subjects
    if (first === undefined) throw new Error('sample has no subject')
    const findings = first.findings.map((finding) => ({
      ...finding,
      message: { what: marks, why: 'x'.repeat(9_999), fix: 'a '.repeat(9_999) },
    }))
    const printed = printText(createReport(sampleReport.ruleSet, [{ ...first, findings }]))
    for (const line of printed.split('\n')) expect(line.length).toBeLessThan(1_100)
  })

  test('no frame is wider than the terminal, whatever is in it', () => {
    const line = fc.array(hostileText, { maxLength: 20 }).map((parts) => parts.join('').replace(/[\r\n]/g, ''))
    fc.assert(
      fc.property(line, fc.nat(120), fc.nat(200), fc.integer({ min: 40, max: 90 }), (text, column, length, columns) => {
        for (const one of frame(text, 1, column + 1, length, columns))
          expect(displayWidth(one)).toBeLessThanOrEqual(columns)
      }),
    )
  })
})

test('no text from a checked file steers the terminal', () => {
  const steering = /[\p{Cc}\p{Bidi_Control}\p{Cs}]/u
  fc.assert(
    fc.property(anyReport, hostileText, (report, text) => {
      const lines = printText(report, { sources: () => text, verbosity: 'verbose' }).split('\n')
      for (const one of lines) expect(one).not.toMatch(steering)
      expect(neutralise(text)).not.toMatch(steering)
    }),
  )
})

test('with colour the words are the same', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are what is taken out here
      const bare = printText(report, { color: true }).replaceAll(/\u001b\[\d+m/g, '')
      expect(bare).toBe(printText(report))
    }),
  )
})

test('more findings than a call takes arguments are printed', () => {
  const finding = { ruleId: 'r', severity: 'error' as const, message: { what: 'w', why: '', fix: '' }, file: 'a.json' }
  const findings = Array.from({ length: 60_000 }, (_, index) => ({ ...finding, pointer: `/${index}` }))
  const report = createReport({ name: 'n', version: '1' }, [
    { path: 'p', kind: 'connector', profile: 'custom', target: 'repository', findings },
  ])
  expect(printText(report, { verbosity: 'verbose' }).split('\n').length).toBeGreaterThan(60_000)
})
