import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '@sevenstep/findings'
import { describe, expect, test } from 'vitest'
import { folderWith, put, root, runHere } from './run-command.ts'

const landingPage = 'https://fleetdesk.example/welcome'
const definition = 'Microsoft.Flow/flows/6f1f7a52-0f0e-4c0b-9a1b-6d2f5b1c7a10/definition.json'

/** A page that passes "vehicle", a template, a customer without a list of flows, a registration and an offer. */
function product(): string {
  const folder = folderWith()
  cpSync(join(root, 'examples/embed'), join(folder, 'site'), { recursive: true })
  cpSync(join(root, 'examples/licences'), join(folder, 'customer'), { recursive: true })
  cpSync(join(root, 'examples/offer'), join(folder, 'offer'), { recursive: true })
  rmSync(join(folder, 'customer/flows.json'))
  addTemplate(folder, 'template', 'vehicle')
  addRegistration(folder, 'registration.json')
  return folder
}

function addTemplate(folder: string, name: string, parameter: string): void {
  cpSync(join(root, 'examples/flow-package'), join(folder, name), { recursive: true })
  const text = readFileSync(join(folder, name, definition), 'utf8')
  const declared = `"${parameter}": { "type": "String", "defaultValue": "" }, "$connections": {`
  put(folder, `${name}/${definition}`, text.replace('"$connections": {', declared))
}

function addRegistration(folder: string, name: string): void {
  const text = readFileSync(join(root, 'examples/app-registration/mended/app-manifest.json'), 'utf8')
  put(folder, name, text.replace('https://carrental.example/signed-in', landingPage))
}

async function checked(folder: string, ...words: readonly string[]) {
  const { out } = await runHere(['check', '.', '--format', 'json', ...words], { folder })
  // Printed by us a moment ago.
  const { subjects } = JSON.parse(out) as Report
  const found = subjects.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId))
  const reasons = subjects.flatMap(({ notChecked = [] }) => notChecked.map(({ reason }) => reason))
  const told = subjects.flatMap(({ handedOn = [] }) => handedOn.map(({ fact, from }) => `${fact} ${from.join(' ')}`))
  return { subjects, found, reasons, told }
}

describe('what one thing in a folder shows, the others are judged with', () => {
  test('the report says what came from where', async () => {
    const { told, found, reasons } = await checked(product())
    expect(told.sort()).toEqual([
      'flows ./template',
      'landingPageSignIn ./registration.json',
      'templateParameters ./template',
    ])
    // The registration does not let personal accounts in, and two people lack a premium licence.
    expect(found.filter((rule) => rule === 'landing-page-sign-in' || rule === 'licence-covers-flow').length).toBe(3)
    expect(found).not.toContain('embed-gallery-parameters')
    expect(reasons.join('\n')).not.toMatch(/declare is not known|which flows are meant|landing page was not checked/)
    const { out } = await runHere(['check', 'site', 'template'], { folder: product() })
    expect(out).toContain('Known from template: the parameters that templates declare.')
  })

  test('which of them is named first makes no difference', async () => {
    const folder = product()
    const run = async (...paths: readonly string[]) => {
      const { out } = await runHere(['check', ...paths, '--format', 'json'], { folder })
      return (JSON.parse(out) as Report).subjects.toSorted((one, other) => (one.path < other.path ? -1 : 1))
    }
    const paths = ['site', 'template', 'customer', 'offer', 'registration.json']
    expect(await run(...paths.toReversed())).toEqual(await run(...paths))
  })

  test('nothing is taken where two answers are possible', async () => {
    const folder = product()
    addTemplate(folder, 'second', 'lorry')
    addRegistration(folder, 'another.json')
    cpSync(join(folder, 'customer'), join(folder, 'neighbour'), { recursive: true })
    const { told, reasons } = await checked(folder)
    expect(told).toEqual([])
    const all = reasons.join('\n')
    expect(all).toContain('2 templates (in ./second, ./template) with different parameters')
    expect(all).toContain('2 customers (./customer, ./neighbour)')
    expect(all).toContain('Each of ./another.json, ./registration.json may be the landing page’s registration.')
  })

  test('narrowing a run to a rule does not make a registration look sound', async () => {
    const { found } = await checked(product(), '--rule', 'landing-page-sign-in')
    expect(found).toEqual(['landing-page-sign-in'])
  })

  test('what a step leaves out still tells what it shows', async () => {
    const folder = product()
    const { subjects, told } = await checked(folder, '--step', '3')
    expect(subjects.map(({ kind }) => kind)).toEqual(['host page'])
    expect(told).toEqual(['templateParameters ./template'])
  })

  test('what a file with facts says counts before it', async () => {
    const folder = product()
    put(folder, 'facts.json', '{ "templateParameters": ["lorry"] }')
    const { out } = await runHere(['check', 'site', 'template', '--facts', 'facts.json', '--format', 'json'], {
      folder,
    })
    const page = (JSON.parse(out) as Report).subjects.find(({ kind }) => kind === 'host page')
    expect(page?.findings.map(({ ruleId }) => ruleId)).toContain('embed-gallery-parameters')
    expect(page?.handedOn).toBeUndefined()
  })

  test('a registration that somebody says is for something else is not the landing page’s', async () => {
    const folder = product()
    put(folder, 'sevenstep.config.json', '{ "appRegistration": { "capabilities": ["embed-flows"] } }')
    const { told, reasons } = await checked(folder)
    expect(told.some((one) => one.startsWith('landingPageSignIn'))).toBe(false)
    expect(reasons.join('\n')).toContain('Nothing says that ./registration.json is the landing page’s registration.')
  })
})
