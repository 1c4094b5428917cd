import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { iconModule } from '../../../tools/generate-icons.ts'
import { texts } from '../../texts/index.ts'
import { CodeFrame } from './code.tsx'
import { ErrorSummary, Form, HiddenFields } from './form.tsx'
import { iconShapes } from './icon-shapes.ts'
import { TextInput } from './inputs.tsx'
import { cellOfVerdict, VerdictPill } from './pill.tsx'
import { type Column, Table } from './table.tsx'
import { Countdown, RelativeTime } from './times.tsx'

const en = texts('en')

describe('fields', () => {
  it('tie hint and error to the control', () => {
    const html = String(
      <TextInput texts={en} name="link" label="Address" hint="Where" error="Give https" value={'"<'} />,
    )
    expect(html).toContain('<label class="field-label" for="link">Address</label>')
    expect(html).toContain('aria-invalid="true" aria-describedby="link-hint link-error"')
    expect(html).toContain('id="link-hint"')
    expect(html).toContain('id="link-error"')
    expect(html).toContain('value="&quot;&lt;"')
    expect(html).toContain('required')
  })

  it('say nothing of hints and errors that are not there', () => {
    const html = String(<TextInput texts={en} name="note" label="Note" optional />)
    expect(html).not.toContain('aria-')
    expect(html).not.toContain('required')
    expect(html).toContain('(optional)')
  })

  it.each([
    [0, ''],
    [1, '1 answer needs your attention'],
    [2, '2 answers need your attention'],
  ])('%i errors are summed up as "%s"', (count, title) => {
    const errors = Array.from({ length: count }, (_, index) => ({ name: `field${index}`, message: 'Wrong' }))
    const html = String(<ErrorSummary texts={en} errors={errors} />)
    if (count === 0) expect(html).not.toContain('error-summary')
    else expect(html).toContain(title)
    expect(html.match(/href="#field/g)?.length ?? 0).toBe(count)
  })

  it('go along hidden: version, key and values', () => {
    expect(String(<HiddenFields version={0} idempotencyKey="k" values={{ a: '<' }} />)).toBe(
      '<input type="hidden" name="version" value="0"/><input type="hidden" name="key" value="k"/>' +
        '<input type="hidden" name="a" value="&lt;"/>',
    )
  })

  it('are in a form that is sent by POST and only becomes live where asked', () => {
    expect(String(<Form action="/save" />)).toBe('<form method="post" action="/save" class="form"></form>')
    const html = String(<Form action="/save" live={{ target: 'strip' }} texts={en} />)
    expect(html).toContain('data-live-form="strip"')
  })
})

describe('a table', () => {
  interface Row {
    readonly name: string
    readonly days: number
  }
  const columns: readonly Column<Row>[] = [
    { key: 'name', header: 'Name', cell: ({ name }) => name },
    {
      key: 'days',
      header: 'Days',
      cell: ({ days }) => days,
      align: 'end',
      phone: 'fold',
      sort: { href: '?sort=days', direction: 'ascending' },
    },
  ]
  const html = String(
    <Table
      caption="Products"
      texts={en}
      columns={columns}
      rows={[{ name: '<b>', days: 3 }]}
      href={({ name }) => `/p/${encodeURIComponent(name)}`}
      under={() => 'below'}
    />,
  )

  it('opens the whole row by one link, with names as text', () => {
    expect(html).toContain('<th scope="row"><a class="row-link" href="/p/%3Cb%3E">&lt;b&gt;</a>')
    expect(html.match(/<a /g)).toHaveLength(2)
  })

  it('says how it is sorted and keeps the order in the address', () => {
    expect(html).toContain('aria-sort="ascending"><a href="?sort=days"')
  })

  it('gives folded cells their header', () => {
    expect(html).toContain('<td class="end fold" data-label="Days">3</td>')
  })
})

describe('a code frame', () => {
  it.each([
    ['marks a range', 'abcdef', [{ line: 4, from: 2, to: 4 }], 'a<mark>bc</mark>def'],
    ['cuts a range at the end', 'abc', [{ line: 4, from: 3, to: 99 }], 'ab<mark>c</mark>'],
    ['leaves out a range past the end', 'abc', [{ line: 4, from: 9, to: 12 }], 'abc'],
    [
      'joins ranges that overlap',
      'abcd',
      [
        { line: 4, from: 1, to: 3 },
        { line: 4, from: 2, to: 4 },
      ],
      '<mark>ab</mark><mark>c</mark>d',
    ],
    ['ignores other lines', 'abc', [{ line: 5, from: 1, to: 2 }], 'abc'],
    ['shows markup as text', '<i>', [{ line: 4, from: 1, to: 2 }], '<mark>&lt;</mark>i&gt;'],
  ])('%s', (_, line, marks, expected) => {
    const html = String(<CodeFrame label="file" firstLine={4} lines={[line]} marks={marks} />)
    expect(html).toContain(`<span>4</span><code>${expected}</code>`)
  })
})

describe('times', () => {
  const now = '2026-11-21T09:30:00Z'
  it('keep the moment for machines and the full date on hover', () => {
    expect(String(<RelativeTime at="2026-11-21T09:26:00Z" now={now} texts={en} />)).toBe(
      '<time datetime="2026-11-21T09:26:00Z" title="21 November 2026 at 10:26" data-relative="true">4 minutes ago</time>',
    )
  })
  it.each([
    ['2026-11-23T17:00:00Z', 'Ends in 2 days'],
    ['2026-11-18T17:00:00Z', 'Ended 3 days ago'],
    [now, 'Ended this minute'],
  ])('count down to %s as "%s"', (at, words) => {
    expect(String(<Countdown at={at} now={now} texts={en} />)).toContain(`>${words}</time>`)
  })
})

describe('states', () => {
  it('are said in words beside the colour', () => {
    expect(String(<VerdictPill verdict="could-not-be-checked" texts={texts('nl')} />)).toMatch(
      /^<span class="pill state-could-not-be-checked"><svg.*<\/svg>Kon niet worden gecontroleerd<\/span>$/,
    )
  })
  it('keep "not needed", "unknown" and "could not be checked" apart', () => {
    const words = (['not-needed', 'needs-answer', 'could-not-be-checked'] as const).map(
      (key) => en.shared.verdicts[key],
    )
    expect(new Set(words).size).toBe(3)
    expect(cellOfVerdict('could-not-be-checked')).not.toBe(cellOfVerdict('failing'))
  })
})

it('the icons are those that Lucide has now', async () => {
  const kept = await readFile(new URL('icon-shapes.ts', import.meta.url), 'utf8')
  expect(kept).toBe(await iconModule())
  expect(Object.values(iconShapes).every((shape) => shape.startsWith('<'))).toBe(true)
})
