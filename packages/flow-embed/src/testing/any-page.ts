import fc from 'fast-check'
import { optionKeys, settingKeys, widgetKinds } from '../data/widget-catalogue.ts'
import type { Edition, Profile } from '../engine/embed-subject.ts'
import { faultlessHtml, faultlessScript } from './faultless-page.ts'
import type { Given } from './given-page.ts'

const lines = faultlessScript.split('\n')

/** A script with lines of the faultless one left out, doubled, or put in another order. */
const anyShuffledScript = fc
  .tuple(fc.shuffledSubarray(lines), fc.boolean())
  .map(([some, isDoubled]) => [...some, ...(isDoubled ? some : [])].join('\n'))

const anyValue = fc.oneof(
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.constantFrom(
    'undefined',
    'unknownName',
    '() => {}',
    '[...x]',
    '{ ...x }',
    ['`a$', '{b}`'].join(''),
    '-1',
    '!0',
    '1n',
    '/x/',
  ),
)

/** Calls with whatever stands where a value belongs. */
const anyRendering = fc
  .record({
    type: fc.oneof(fc.constantFrom(...widgetKinds.map(({ type }) => `'${type}'`)), anyValue),
    key: fc.constantFrom(...optionKeys, ...Object.values(settingKeys).flat()),
    group: fc.constantFrom(...Object.keys(settingKeys), 'none'),
    value: anyValue,
    event: fc.constantFrom("'GET_ACCESS_TOKEN'", "'GET_STRINGS'", "'WIDGET_READY'", 'unknownEvent'),
    listener: fc.oneof(
      anyValue,
      fc.constantFrom('(a, b) => b(null, a)', 'function (r, d) { return }', 'async ({ x }, [y]) => y'),
    ),
  })
  .map(
    ({ type, key, group, value, event, listener }) =>
      `const w = new MsFlowSdk(${value}).renderWidget(${type}, { ${key}: ${value}, ${group}: { ${key}: ${value} } })\n` +
      `w.listen(${event}, ${listener})\nw.notify(${value}, ${value})`,
  )

const anyHtml = fc.oneof(
  fc.constant(faultlessHtml),
  fc.array(fc.constantFrom(...faultlessHtml.split(/(?=<)/)), { maxLength: 20 }).map((parts) => parts.join('')),
  fc.string(),
)

/** Any page, script and facts, to show that nothing makes a check throw. */
export function anyPage(profiles: readonly Profile[], editions: readonly Edition[]): fc.Arbitrary<Given> {
  return fc.record({
    html: anyHtml,
    script: fc.oneof(anyShuffledScript, anyRendering, fc.string()),
    profile: fc.constantFrom(...profiles),
    edition: fc.constantFrom(...editions),
    facts: fc.record(
      {
        pageAddress: fc.oneof(fc.webUrl(), fc.string()),
        headers: fc.array(
          fc.tuple(
            fc.constantFrom('Content-Security-Policy', 'cross-origin-embedder-policy', 'permissions-policy', 'x'),
            fc.oneof(
              fc.string(),
              fc.constantFrom("script-src 'self'", 'frame-src *', 'geolocation=()', 'require-corp'),
            ),
          ),
          { maxLength: 3 },
        ),
        templateParameters: fc.array(fc.string()),
        environments: fc.array(fc.string()),
      },
      { requiredKeys: [] },
    ),
  })
}
