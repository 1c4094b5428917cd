import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knownCatalogue, skusByName } from './catalogue.ts'
import { printCatalogue, readCatalogue } from './read-catalogue.ts'
import { differenceInWords, renderDifference } from './render-difference.ts'
import { compareCatalogues, updateCatalogue } from './update-catalogue.ts'

const head =
  'Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names'
const flowFree = 'f30db892-07e9-47e9-837c-80727f46fd3d'
const viral = '50e68c76-46c6-4674-81f9-75456511b170'
const origin = { seen: '2026-11' }
const table = (...rows: readonly string[]) => [head, ...rows].join('\r\n')
const known = knownCatalogue()

describe('the catalogue that comes along', () => {
  test('has what the facts say, by GUID', () => {
    expect(known.skus.size).toBe(196)
    expect(known.skus.get(flowFree)).toMatchObject({
      partNumber: 'FLOW_FREE',
      licenceClass: 'free',
      plans: expect.arrayContaining([viral]),
    })
    const classOf = (id: string) => known.skus.get(id)?.licenceClass
    expect(classOf('eda1941c-3c4f-4995-b5eb-e85a42175ab9')).toBe('premium-user')
    expect(classOf('4a51bf65-409c-4a91-b845-1121b571cc9d')).toBe('per-user')
    expect(classOf('253ce8d3-6122-4240-8b04-f434a8fa831f')).toBe('process')
    expect(classOf('b3a42176-0a8c-4c3f-ba4e-f2b37fe5be6b')).toBe('per-flow')
    expect(classOf('3539d28c-6e35-4a30-b3a9-cd43d5d3e0e2')).toBe('unattended')
    expect(classOf('4755df59-3f73-41ab-a249-596ad72b5504')).toBe('legacy-plan-2')
    expect(classOf('dcb1a3ae-b33f-4487-846a-a640262fadf4')).toBe('trial')
    expect(classOf('2a6fb3c6-30cc-4558-a69d-032425c1a3ba')).toBe('power-apps-user')
  })

  test('names only plans that it has, and its text gives the same catalogue', () => {
    for (const { plans } of known.skus.values()) for (const plan of plans) expect(known.plans.has(plan)).toBe(true)
    expect(readCatalogue(printCatalogue(known))).toEqual(known)
  })

  test('is found by name, whatever the case and the blanks', () => {
    expect(
      skusByName(known)
        .get('power automate premium')
        ?.map(({ id }) => id),
    ).toEqual(['eda1941c-3c4f-4995-b5eb-e85a42175ab9'])
  })

  test('a line that is no row is named', () => {
    expect(() => readCatalogue('version\t1\nsku\tonly')).toThrow('Line 2 of the catalogue')
  })
})

describe('Microsoft’s table', () => {
  test('changes nothing where it says the same, with stray blanks, marks and capitals', () => {
    const free = known.skus.get(flowFree)
    const rows = (free?.plans ?? []).map((id) => {
      const plan = known.plans.get(id)
      return `${free?.displayName},\u00a0FLOW_FREE ,${flowFree.toUpperCase()},${plan?.name} ,${id}\u00a0,${plan?.displayName}`
    })
    const { difference, problems, catalogue } = updateCatalogue(`\ufeff${table(...rows)}\r\n`, known, origin)
    expect(problems).toEqual([])
    expect({ ...difference, missing: [] }).toEqual({
      added: [],
      missing: [],
      renamed: [],
      plansChanged: [],
      reclassified: [],
    })
    expect(difference.missing.length).toBe(
      [...known.skus.values()].filter(({ sources }) => sources.includes('m')).length - 1,
    )
    expect(catalogue.skus.size).toBe(196)
    expect(catalogue.version).toBe('2026-11')
  })

  test('brings new products without a class, renamed ones and other plans', () => {
    const added = '11111111-2222-4333-8444-555555555555'
    const update = updateCatalogue(
      table(
        `New Product,NEW_SKU,${added},FLOW_NEW,22222222-2222-4333-8444-555555555555,Flow for New`,
        `New Product,NEW_SKU,${added},EXCHANGE,33333333-2222-4333-8444-555555555555,Exchange Foundation`,
        `Exchange alone,EXO,44444444-2222-4333-8444-555555555555,EXCHANGE,33333333-2222-4333-8444-555555555555,Exchange`,
        `Free of charge,FLOW_FREE,${flowFree},FLOW_P2_VIRAL,${viral},Flow Free`,
      ),
      known,
      origin,
    )
    expect(update.difference.added).toMatchObject([
      { id: added, licenceClass: 'unclassified', plans: ['22222222-2222-4333-8444-555555555555'] },
    ])
    expect(update.difference.renamed).toMatchObject([{ after: 'Free of charge' }])
    expect(update.difference.plansChanged.map(({ sku }) => sku.id)).toEqual([flowFree])
    expect(update.catalogue.skus.get(flowFree)?.licenceClass).toBe('free')
    expect(readCatalogue(printCatalogue(update.catalogue))).toEqual(update.catalogue)
    const text = renderDifference(update)
    expect(text).toContain(`${added}  New Product (NEW_SKU)`)
    expect(text).toContain('→ Free of charge')
  })

  test('two catalogues are compared, whoever made them', () => {
    const text = printCatalogue(known)
      .replace(/^(sku\t[^\n]*\tFlow Free\t)free/m, '$1trial')
      .replace(/^(sku\t[^\n]*\tFLOW_FREE\t[^\n\t]*\t)free/m, '$1trial')
      .replace(/^sku\tb3a42176[^\n]*\n/m, '')
    const other = readCatalogue(text)
    const difference = compareCatalogues(known, other)
    expect(difference.reclassified).toMatchObject([{ sku: { id: flowFree }, before: 'free', after: 'trial' }])
    expect(differenceInWords(difference)).toBe('1 product less, 1 of another class')
    expect(differenceInWords(compareCatalogues(known, known))).toBe('the same products')
  })

  test.each([
    ['nothing', '', '"version"'],
    ['no products', 'version\t2026-11', '"sku"'],
  ])('a catalogue with %s is none', (_, text, said) => {
    expect(() => readCatalogue(text)).toThrow(said)
  })

  test.each([
    ['another table', 'a,b\n1,2', 'it lacks product_display_name'],
    ['nothing', '', 'it lacks'],
    ['rows without GUIDs', table('a,b,c,d,e,f'), 'no GUID'],
    ['a quote that never closes', `${head}\n"${'x'.repeat(200_000)}`, 'could not be read to its end'],
  ])('%s leaves the catalogue as it is, with a reason', (_, text, said) => {
    const { catalogue, problems } = updateCatalogue(text, known, origin)
    expect(catalogue).toBe(known)
    expect(problems.join('\n')).toContain(said)
  })

  test('a row that carries its neighbour’s words makes no plan of Power Automate out of another', () => {
    const [apps, flow] = ['874fc546-6efe-4d22-90b8-5c4e7aa59f4b', '7e6d7d78-73de-46ba-83b1-6d25117334ba']
    const sku = (digit: string) => `${digit.repeat(8)}-2222-4333-8444-555555555555`
    const update = updateCatalogue(
      table(
        `One,ONE,${sku('1')},POWERAPPS_DYN_APPS,${apps},FLOW FOR DYNAMICS 365`,
        `One,ONE,${sku('1')},FLOW_DYN_APPS,${flow},POWERAPPS FOR DYNAMICS 365`,
        `Two,TWO,${sku('2')},POWERAPPS_DYN_APPS,${apps},Power Apps for Dynamics 365`,
        `Three,THREE,${sku('3')},SERVICE_OF_TOMORROW,33333333-2222-4333-8444-666666666666,Power Automate Tomorrow`,
        `Four,FOUR,${sku('4')},CDSAICAPACITY,44444444-2222-4333-8444-666666666666,AI Builder capacity`,
      ),
      known,
      origin,
    )
    expect(update.difference.added.map(({ partNumber, plans }) => [partNumber, plans])).toEqual([
      ['ONE', [flow]],
      ['THREE', ['33333333-2222-4333-8444-666666666666']],
    ])
    for (const id of [apps, '920656a2-7dd8-4c83-97b6-a356414dbd36']) expect(known.plans.has(id)).toBe(false)
  })

  test('the order of its rows does not matter', () => {
    const rows = ['1', '2', '3', '4'].map(
      (digit) =>
        `P${digit},S${digit},${digit.repeat(8)}-2222-4333-8444-555555555555,FLOW_${digit},${digit.repeat(8)}-2222-4333-8444-666666666666,Flow`,
    )
    const expected = printCatalogue(updateCatalogue(table(...rows), known, origin).catalogue)
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 4 }), (shuffled) => {
        expect(printCatalogue(updateCatalogue(table(...shuffled), known, origin).catalogue)).toBe(expected)
      }),
      { numRuns: 20 },
    )
  })
})
