import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { example, fileOf, known, namesOf, outcomeOf, subjectsOf, zipOf } from '../testing/checked-uploads.ts'
import { sample } from '../testing/sample-files.ts'
import { checkFiles } from './worker/check-files.ts'
import { mendFiles } from './worker/mend-files.ts'
import type { UploadedFile } from './worker/messages.ts'

const corpus = process.env.CONNECTOR_CORPUS
const real = (name: string) => fileOf(name, new Uint8Array(readFileSync(join(corpus ?? '', 'packages', name))))

describe.skipIf(corpus === undefined)('real packages (needs CONNECTOR_CORPUS)', () => {
  const connectors = 'TerraformTestCustomConnector_1_0_0_1.zip'
  const flows = '7dcb0e7c-sharepoint-brokenlinks-checker.zip'
  const canvas = '1080acc9-calendar-component.zip'
  const exported = '6bed5a62-RequestReviewandApprovalforaSelectedFile.zip'

  test('a solution with connectors and flows is judged for both', () => {
    const merged = mergedSolution()
    const result = checkFiles([merged], known)
    expect(namesOf(result)).toEqual(['solution both.zip', 'flow solution both.zip'])
    expect(result.rooms).toEqual(['certification-rules', 'flow-templates'])
    expect(outcomeOf(result, 'files-required')?.[0] ?? outcomeOf(result, 'info-title')?.[0]).toBeDefined()
    expect(outcomeOf(result, 'flow-one-trigger')).toEqual(['passed', 'seen'])
    expect(result.drawings).toHaveLength(2)
  })

  test('in a folder each is judged, and what holds neither flow nor connector is named and stops nobody', () => {
    const files = [connectors, flows, canvas, exported].map(real).map((file) => ({ ...file, path: `in/${file.path}` }))
    const result = checkFiles(files, known)
    expect(namesOf(result)).toEqual([
      `solution in/${connectors}`,
      `flow solution in/${flows}`,
      `flow package in/${exported}`,
    ])
    expect(result.idle.map(({ path }) => path)).toEqual([`in/${canvas}`])
    expect(result.idle[0]?.what).toEqual({
      en: `There is no flow in in/${canvas}. It holds a canvas app.`,
      nl: `Er zit geen stroom in in/${canvas}. Er zit wel in: een canvas-app.`,
    })
    expect([result.trouble, result.unread]).toEqual([[], []])
    const alone = checkFiles([real(canvas)], known)
    expect(alone.rooms).toEqual([])
    expect(alone.trouble[0]?.fix.en).toContain('Add the cloud flow')
  })

  test('a flow’s own file is judged without its package, in both of its forms, with true places', () => {
    const text = textWithin(real(exported), /definition\.json$/)
    const whole = checkFiles([fileOf('definition.json', text)], known)
    expect(namesOf(whole)).toEqual(['flow definition definition.json'])
    const definition: unknown = JSON.parse(text).properties.definition
    const bare = JSON.stringify(definition, undefined, 2)
    const [subject] = subjectsOf(checkFiles([fileOf('code.json', bare)], known))
    const creator = subject?.findings.find(({ ruleId }) => ruleId === 'flow-no-creator')
    expect(creator?.pointer).toBe('/metadata/creator')
    expect(bare.split('\n')[(creator?.range?.start.line ?? 0) - 1]).toContain('"creator"')
    expect(subject?.notChecked?.flatMap(({ rules }) => rules)).toContain('flow-title-meaningful')
    expect(whole.families['export-manifest']?.outcome).not.toBe('passed')
  })

  /** The real solution with flows, its connectors those of the other real one. */
  function mergedSolution(): UploadedFile {
    const [one, other] = [entriesOf(real(flows)), entriesOf(real(connectors))]
    const parts = Object.entries(other).filter(([path]) => path.startsWith('Connector/'))
    const connectorsXml = /<connectors>.*<\/connectors>/is.exec(textOf(other['customizations.xml']))?.[0] ?? ''
    const customizations = textOf(one['customizations.xml']).replace(
      '</ImportExportXml>',
      `${connectorsXml}</ImportExportXml>`,
    )
    const files = {
      ...one,
      ...Object.fromEntries(parts),
      'customizations.xml': new TextEncoder().encode(customizations),
    }
    return fileOf('both.zip', zipSync(files))
  }
})

describe('zipped', () => {
  test('the folder of a page is judged as the folder is, and nothing in it is mended', () => {
    const zipped = [zipOf('site.zip', example('embed-planted', 'site'))]
    const result = checkFiles(zipped, known)
    expect(namesOf(result)).toEqual(['host page site.zip!site'])
    expect(result.files.map(({ path }) => path)).toContain('site.zip!site/app.js')
    const folder = subjectsOf(checkFiles(example('embed-planted', 'site'), known))
    expect(subjectsOf(result)[0]?.findings.map(({ ruleId }) => ruleId)).toEqual(
      folder[0]?.findings.map(({ ruleId }) => ruleId),
    )
    expect(mendFiles(zipped, known).mended).toEqual([])
  })

  test('offers, lists and packages in one zip are all found, an offer’s own package is left to it', () => {
    const inside = [
      ...example('offer', 'hand-in/offers/one'),
      ...example('offer-planted-faults', 'hand-in/offers/two'),
      ...example('licences', 'hand-in/customer'),
      zipOf('hand-in/flow.zip', example('flow-package', '')),
    ]
    expect(namesOf(checkFiles([zipOf('all.zip', inside)], known))).toEqual([
      'flow package all.zip!hand-in/flow.zip',
      'licences all.zip!hand-in/customer',
      'offer all.zip!hand-in/offers/one',
      'offer all.zip!hand-in/offers/two',
    ])
  })

  test('many small archives have one account between them, offers too', () => {
    const fill = Array.from({ length: 900 }, (_, at) => fileOf(`images/${at}.png`, ''))
    const one = zipOf('o.zip', [...example('offer', ''), ...fill])
    const result = checkFiles(
      [1, 2, 3].map((at) => fileOf(`in/offer${at}.zip`, one.bytes)),
      known,
    )
    expect(namesOf(result)).toHaveLength(2)
    expect(result.unread.map(({ path }) => path)).toEqual(['in/offer3.zip'])
  })

  test('a bomb beside something else is named and leaves the rest alone; connectors are judged whole or not at all', () => {
    const bomb = zipOf('bomb.zip', [fileOf('zeros.bin', new Uint8Array(60_000_000))])
    const lists = checkFiles([...example('licences'), bomb], known)
    expect(lists.rooms).toEqual(['licensing-checks'])
    expect(lists.unread[0]?.what.en).toContain('"zeros.bin"')
    expect(lists.unrecognised).not.toContain('bomb.zip')
    const both = checkFiles([...example('licences'), ...sample(), bomb], known)
    expect(both.rooms).toEqual(['licensing-checks'])
    expect(both.families['info-title']).toBeUndefined()
  })
})

test('the edition of the product decides which rules hold', () => {
  const files = example('offer')
  const [now, then] = (['current', '2018-02'] as const).map(
    (edition) => subjectsOf(checkFiles(files, { ...known, edition }))[0],
  )
  expect([now?.target, then?.target]).toEqual(['current', '2018-02'])
  expect(then?.notChecked).not.toEqual(now?.notChecked)
})

describe('drawings', () => {
  const flow = (actions: object) =>
    fileOf(
      'flow.json',
      JSON.stringify({ properties: { definition: { triggers: { Start: { type: 'Request' } }, actions } } }),
    )

  test('names of strangers are escaped, and the drawing brings no style of its own', () => {
    const name = '<script>alert(1)</script>"\' onload=x'
    const [drawing] = checkFiles([flow({ [name]: { type: 'Compose', inputs: 1 } })], known).drawings
    expect(drawing?.svg).not.toMatch(/<script|<style|\sstyle=|\son\w+="/i)
    expect(drawing?.svg).toContain('&#60;script&#62;')
    expect(drawing?.outline).toContain(name)
  })

  test('ten thousand steps make no larger drawing than a hundred and fifty', () => {
    const steps = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, at) => [`S${at}`, { type: 'Compose', inputs: at }]),
    )
    const [drawing] = checkFiles([flow(steps)], known).drawings
    expect(drawing?.outline).toMatch(/98\d\d more steps are not shown/)
    expect(drawing?.svg?.length).toBeLessThan(200_000)
  })

  test('a flow with a secret in a name is not drawn', () => {
    const secret = 'xq7Zt9LmPb2Kd8Rw4Vn6Hs3Jf5Gc1Ya0xq7Zt9LmPb2Kd8Rw4Vn6'
    const headers = { 'x-api-key': secret }
    const step = (name: string) => ({
      [name]: { type: 'Http', inputs: { method: 'GET', uri: 'https://a.example', headers } },
    })
    const plain = checkFiles([flow(step('Ask'))], known)
    expect(plain.secrets).toHaveLength(1)
    expect(plain.drawings[0]?.svg).toBeDefined()
    const named = checkFiles([flow(step(`Ask_${secret}`))], known)
    expect(named.drawings).toEqual([{ subject: 'flow.json', name: 'Flow' }])
    expect(JSON.stringify([plain, named])).not.toContain(secret)
  })
})

function entriesOf({ bytes }: UploadedFile): Readonly<Record<string, Uint8Array>> {
  return unzipSync(bytes)
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}

function textWithin(file: UploadedFile, name: RegExp): string {
  const found = Object.entries(entriesOf(file)).find(([path]) => name.test(path))
  return textOf(found?.[1])
}

describe('the submission of a template', () => {
  const submission = (members: object) =>
    fileOf('in/template.json', JSON.stringify({ kind: 'flow-template', ...members }))
  const facts = (...members: readonly object[]) => {
    const files = members.map(submission)
    return checkFiles([...files, ...example('flow-package', 'in/flow')], known)
  }

  test('is judged beside its package, as one step', () => {
    const result = facts({ categories: ['Productivity'], isForEverybody: true })
    expect(namesOf(result)).toEqual(['flow package in/flow', 'template submission in/template.json'])
    expect(result.rooms).toEqual(['flow-templates'])
    expect(outcomeOf(result, 'template-category-count')).toEqual(['passed', 'seen'])
    expect(outcomeOf(result, 'flow-one-trigger')?.[0]).toBe('passed')
    expect(result.unrecognised).toEqual([])
  })

  test('a claim proves nothing, a confession counts', () => {
    const outcomes = (hasMail: boolean) => outcomeOf(facts({ account: { hasMail } }), 'template-account-mail')?.[0]
    expect([outcomes(true), outcomes(false)]).toEqual(['not-checked', 'failed'])
  })

  test('addresses are judged by what was reported of them', () => {
    const files = [
      submission({ terms: 'standard-contract', privacyUrl: 'https://a.example/p', supportUrl: 'https://a.example/s' }),
      fileOf(
        'in/facts.json',
        JSON.stringify({ links: ['p', 's'].map((page) => ({ url: `https://a.example/${page}`, status: 200 })) }),
      ),
    ]
    expect(outcomeOf(checkFiles(files.slice(0, 1), known), 'template-links-answer')?.[0]).toBe('not-checked')
    expect(outcomeOf(checkFiles(files, known), 'template-links-answer')).toEqual(['passed', 'reported'])
  })
})

test.each(['https://flow.microsoft.com/en-us/widgets/flows', 'https://make.powerautomate.com/environments/a/flows'])(
  'a page that only frames %s is judged',
  (address) => {
    const result = checkFiles([fileOf('flows.html', `<iframe title="Flows" src="${address}"></iframe>`)], known)
    const findings = subjectsOf(result).map((subject) => [subject.kind, subject.findings.map(({ ruleId }) => ruleId)])
    expect(findings).toEqual([['host page', ['embed-frame-of-widget']]])
  },
)

test('what is found on a page stands, though a script that it names is not there', () => {
  const page = (title: string) =>
    fileOf(
      'index.html',
      `<iframe ${title} src="https://make.powerautomate.com/en-us/widgets/templates/?q=a"></iframe>
      <script type="module" src="/src/main.tsx"></script>`,
    )
  const fact = (title: string) => checkFiles([page(title)], known).families['embed-frame-title']
  expect(fact('')).toMatchObject({ outcome: 'advised', warnings: 1, first: 'The frame has no title.' })
  expect(fact('title="Ideas"')).toMatchObject({
    outcome: 'not-checked',
    reason: '/src/main.tsx is named by index.html and was not given.',
  })
})

test('of two customers the complete one decides, and what is lacking of the other names it', () => {
  const bought = fileOf(
    'other.csv',
    'Product title,Total licenses,Expired licenses,Assigned licenses,Status message\nPower Automate Premium,1,0,0,\n',
  )
  const alone = checkFiles(example('licences'), known)
  const both = checkFiles([...example('licences'), bought], known)
  expect(namesOf(both)).toEqual(['licences licences', 'licences other.csv'])
  expect(Object.keys(both.families).map((id) => [id, outcomeOf(both, id)])).toEqual(
    Object.keys(alone.families).map((id) => [id, outcomeOf(alone, id)]),
  )
  const reasons = (result: typeof both) => Object.values(result.families).flatMap(({ reason }) => reason ?? [])
  expect(reasons(both).filter((reason) => reason.startsWith('other.csv'))).toEqual([])
  // Of two that both lack lists each is named.
  const users = example('licences').filter(({ path }) => path.endsWith('users.json'))
  const parts = checkFiles([...users, bought], known)
  expect(parts.families['licence-users-listed']?.first).toBe('other.csv: No list says which user holds which licence.')
})
