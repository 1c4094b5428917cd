import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkLicences,
  createTenantReport,
  entitlementLines,
  judgeEntitlements,
  knownCatalogue,
  printReportHtml,
  printReportJson,
  printReportText,
  readLicenceFile,
  recogniseLicenceList,
  updateCatalogue,
} from '../src/index.ts'
import { faultlessList } from '../src/testing/given-list.ts'

/** Reads and judges a file in every way there is. */
function judgeAll(text: string): void {
  const format = recogniseLicenceList(text)
  const read = readLicenceFile('list', text)
  expect(read.format).toBe(format)
  const { licensing } = checkLicences([read], { today: '2026-11-20' })
  for (const _ of entitlementLines(judgeEntitlements(licensing)));
  const report = createTenantReport(licensing, { day: '2026-11-20' })
  for (const print of [printReportText, printReportJson, printReportHtml]) print(report)
}

const keys = [
  ...['users', 'flows', 'subscribedSkus', 'value', 'items', 'licenseDetails', 'skuId', 'servicePlans', 'productSku'],
  ...['connectors', 'trigger', 'name', 'owner', 'runners', 'context', 'userPrincipalName', 'prepaidUnits', 'toString'],
  ...[
    'assignedLicenses',
    'disabledPlans',
    'servicePlanId',
    '__proto__',
    'constructor',
    'usageLocation',
    'desktop',
    'id',
  ],
]
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'eda1941c-3c4f-4995-b5eb-e85a42175ab9',
      'instant',
      'ada@contoso.example',
      null,
      true,
      -1,
      1e300,
      '',
      'none',
    ),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...keys), tie('tree')), { maxLength: 6 })
      .map((pairs) => Object.fromEntries(pairs)),
  ),
}))

describe('whatever a file holds', () => {
  test('JSON of familiar keys in unfamiliar places is read without a throw', () => {
    fc.assert(
      fc.property(tree, (value) => judgeAll(JSON.stringify(value) ?? '')),
      { numRuns: 1500 },
    )
  })

  test('so is a list that was cut off or in which a stretch was exchanged', () => {
    const whole = JSON.stringify(faultlessList, undefined, 1)
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(40), fc.string(), (at, length, text) =>
        judgeAll(whole.slice(0, at) + text + (length > 35 ? '' : whole.slice(at + length))),
      ),
      { numRuns: 600 },
    )
  })

  test('so is a table of any cells', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'eda1941c-3c4f-4995-b5eb-e85a42175ab9',
        '"',
        '""',
        '"a\nb"',
        '\r',
        '\u00a0',
        '=1+1',
        'Power Automate Premium',
      ),
    )
    const head = fc.constantFrom(
      'upn,skuId,serviceplanid,status',
      'User principal name;Licenses;Usage location',
      '\ufeffuser\tlicences',
    )
    fc.assert(
      fc.property(head, fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), (first, rows) => {
        const sign = /[,;\t]/.exec(first)?.[0] ?? ','
        judgeAll([first, ...rows.map((cells) => cells.join(sign))].join('\n'))
        updateCatalogue([first, ...rows.map((cells) => cells.join(sign))].join('\n'), knownCatalogue(), {
          seen: '2026-11',
        })
      }),
      { numRuns: 500 },
    )
  })
})

describe('files that are meant to hurt', () => {
  test.each([
    ['a quote that never closes', `upn,skuId\n"${'a'.repeat(3_000_000)}`],
    ['a million separators', `upn,skuId\n${','.repeat(1_000_000)}`],
    ['a million empty rows', `upn,skuId\n${'\n'.repeat(1_000_000)}`],
    ['a million uneven rows', `upn,skuId\n${'a\n'.repeat(1_000_000)}`],
    ['a million quotes', `upn,skuId\n${'"'.repeat(1_000_000)}`],
    ['deep brackets', '['.repeat(200_000)],
    ['deep objects in a list', `{"users":[{"licenseDetails":${'{"value":['.repeat(50_000)}`],
    [
      'a licence a hundred thousand times',
      `{"users":[{"userPrincipalName":"a","licences":[${'{"name":"Visio"},'.repeat(100_000)}{"name":"x"}]}]}`,
    ],
  ])(
    '%s',
    (_, text) => {
      const before = performance.now()
      judgeAll(text)
      // Generous: it is there to catch what grows with the square of the size, which would take minutes.
      expect(performance.now() - before).toBeLessThan(20_000)
    },
    60_000,
  )

  test('a bomb of a catalogue is refused with a reason', () => {
    const current = knownCatalogue()
    const { catalogue, problems } = updateCatalogue('x'.repeat(40_000_000), current, { seen: '2026-11' })
    expect(catalogue).toBe(current)
    expect(problems).toEqual([expect.stringContaining('at most 32000000 are read')])
  })
})
