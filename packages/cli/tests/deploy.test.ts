import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { defaultEntrance, type RunningEmulator, startEmulator } from '@sevenstep/cloud-emulator'
import { readDeploymentReport } from '@sevenstep/deployment-client/report'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bin, folderWith, put, root, runHere } from './run-command.ts'

let emulator: RunningEmulator
const keyFolder = mkdtempSync(join(tmpdir(), 'sevenstep-keys-'))
beforeAll(async () => {
  emulator = await startEmulator({ keyFolder, workSpeed: 0 })
  emulator.store.save('fresh')
})
afterAll(async () => {
  await emulator.stop()
  rmSync(keyFolder, { recursive: true, force: true })
})
beforeEach(() => {
  emulator.faults.clear()
  emulator.store.restore('fresh')
})

const secret = 'fake-key-never-to-be-seen'
const environment = () => ({
  SEVENSTEP_EMULATOR_CLIENT_ID: defaultEntrance.clientId,
  SEVENSTEP_EMULATOR_CLIENT_SECRET: defaultEntrance.clientSecret,
  SEVENSTEP_EMULATOR_USER: defaultEntrance.user,
  SEVENSTEP_EMULATOR_PASSWORD: defaultEntrance.password,
  STOCK_KEY: secret,
})

const definition = {
  swagger: '2.0',
  info: { title: 'Contoso Stock', description: 'What is in stock.', version: '1.0' },
  host: 'stock.contoso.example',
  basePath: '/',
  schemes: ['https'],
  paths: { '/items': { get: { operationId: 'ListItems', responses: { default: { description: 'ok' } } } } },
}
const flow = {
  properties: {
    displayName: 'Count the stock',
    connectionReferences: { stock: { id: '/providers/Microsoft.PowerApps/apis/shared_contoso-20stock' } },
    definition: {
      contentVersion: '1.0.0.0',
      triggers: { manual: { type: 'Request', kind: 'Button', inputs: {} } },
      actions: { Count: { type: 'Compose', runAfter: {}, inputs: 'one' } },
    },
  },
}

function deploymentFolder(credential = '{ kind: device-code }'): string {
  return folderWith({
    'connector/apiDefinition.swagger.json': JSON.stringify(definition),
    'connector/apiProperties.json': JSON.stringify({
      properties: { connectionParameters: { api_key: { type: 'securestring' } } },
    }),
    'count.json': JSON.stringify(flow),
    'sevenstep.deployment.yaml': `version: 1
name: stock
connectors: [{ name: stock, folder: connector }]
connections: [{ name: stock, connector: stock, parameters: { api_key: { env: STOCK_KEY } } }]
flows: [{ name: count, file: count.json }]
targets:
  - name: fabrikam
    tenant: ${defaultEntrance.tenant}
    environment: Default-${defaultEntrance.tenant}
    credential: ${credential}
`,
  })
}

const deploy = (folder: string, action: string, ...words: string[]) =>
  runHere(['deploy', action, '--emulator', emulator.url, ...words], { folder, environment: environment() })

/** What was printed for the first target; whoever reads such reports has to understand it. */
const jsonOf = (out: string) => {
  expect(readDeploymentReport(out)).toMatchObject({ ok: true })
  return JSON.parse(out).targets[0]
}
const named = (title: string) => {
  const state = emulator.store.state.tenants[defaultEntrance.tenant]?.environments[`Default-${defaultEntrance.tenant}`]
  const workflows = Object.values(state?.dataverse?.tables.workflow ?? {}).filter(
    ({ name }) => name === 'Count the stock',
  )
  const connectors = Object.values(state?.connectors ?? {}).filter(({ displayName }) => displayName === title)
  return { connectors: connectors.length, flows: workflows.map(({ statecode }) => statecode) }
}

test('plan, apply, apply again, status, drift, rollback', async () => {
  const folder = deploymentFolder()
  const plan = await deploy(folder, 'plan', '--out', 'plan.json')
  expect(plan).toMatchObject({ code: 0 })
  expect(plan.out).toContain('+ create  connector/stock  "Contoso Stock"')
  expect(plan.out).toContain('5 to create, 0 as they are.')
  expect(readFileSync(join(folder, 'plan.json'), 'utf8')).not.toContain(secret)
  expect(named('Contoso Stock')).toEqual({ connectors: 0, flows: [] })

  const applied = await deploy(folder, 'apply', '--plan', 'plan.json', '--auto-approve')
  expect(applied).toMatchObject({ code: 0, out: 'fabrikam: done, 5 changes\n\n1 target: 1 done.\n' })
  expect(applied.error).toContain('fabrikam [1/5] connector/stock: done')
  expect(named('Contoso Stock')).toEqual({ connectors: 1, flows: [1] })
  expect(await deploy(folder, 'apply', '--auto-approve')).toMatchObject({
    code: 0,
    out: expect.stringContaining('nothing to do'),
  })
  const stale = await deploy(folder, 'apply', '--plan', 'plan.json', '--auto-approve')
  expect(stale).toMatchObject({ code: 4, out: expect.stringContaining('The plan no longer fits') })

  const status = await deploy(folder, 'status', '--format', 'json')
  expect(status.code).toBe(0)
  expect(jsonOf(status.out)).toMatchObject({ canGoOn: false, lastRun: { command: 'apply', outcome: 'done' } })
  expect(await deploy(folder, 'drift')).toMatchObject({
    code: 0,
    out: 'fabrikam: all 5 parts are as the last apply left them.\n',
  })
  const row = Object.values(
    emulator.store.state.tenants[defaultEntrance.tenant]?.environments[`Default-${defaultEntrance.tenant}`]?.dataverse
      ?.tables.workflow ?? {},
  ).find(({ name }) => name === 'Count the stock')
  if (row !== undefined) row.statecode = 0
  const drift = await deploy(folder, 'drift')
  expect(drift).toMatchObject({
    code: 1,
    out: expect.stringContaining('~ changed activation/count\n      state: "on" → "off"'),
  })

  const back = await deploy(folder, 'rollback', '--auto-approve', '--format', 'json')
  expect(back.code).toBe(0)
  expect(jsonOf(back.out)).toMatchObject({ result: { outcome: 'done' } })
  expect(named('Contoso Stock')).toEqual({ connectors: 0, flows: [] })
  expect([plan, applied, status, drift, back].map(({ out, error }) => out + error).join()).not.toContain(secret)
})

test('a name with line ends and escape sequences is one line of a plan, which nothing obeys', async () => {
  const folder = deploymentFolder()
  const name = 'Stock\u001b[2J\n- remove  connector/all\n::error::x'
  put(folder, 'count.json', JSON.stringify({ properties: { ...flow.properties, displayName: name } }))
  const { out } = await deploy(folder, 'plan')
  expect(out).toContain('+ create  flow/count  "Stock␛[2J␊- remove  connector/all␊::error::x"')
  expect(out).not.toMatch(/^\s*(- remove|::)/m)
})

test.each([
  ['is none', '{"version":1,"plans":[{}]}', 3, 'plans.0.version'],
  ['is no JSON', 'plans', 3, 'cannot be read as a plan'],
  ['fits no target', '{"version":1,"plans":[]}', 2, 'has no plan for fabrikam'],
])('a plan that %s is refused with what is wrong, and nothing is changed', async (_, plan, code, said) => {
  const folder = deploymentFolder()
  put(folder, 'plan.json', plan)
  const refused = await deploy(folder, 'apply', '--plan', 'plan.json', '--auto-approve')
  expect(refused).toMatchObject({ code, error: expect.stringContaining(said) })
  expect(named('Contoso Stock').connectors).toBe(0)
})

test('an application deploys with the secret that the description refers to', async () => {
  const reference = `{ kind: client-secret, clientId: ${defaultEntrance.clientId}, clientSecret: { env: SEVENSTEP_EMULATOR_CLIENT_SECRET } }`
  const folder = deploymentFolder(reference)
  const applied = await deploy(folder, 'apply', '--auto-approve', '--format', 'json')
  expect(applied.code).toBe(0)
  expect(jsonOf(applied.out)).toMatchObject({
    plan: { principal: defaultEntrance.clientId },
    result: { outcome: 'done' },
  })
  expect(applied.out + applied.error).not.toContain(defaultEntrance.clientSecret)
  expect(await deploy(folder, 'destroy', '--auto-approve')).toMatchObject({ code: 0 })
})

test('nothing is changed without a yes, and nobody is asked where nobody is', async () => {
  const folder = deploymentFolder()
  const asked = await deploy(folder, 'apply')
  expect(asked).toMatchObject({ code: 2, error: expect.stringContaining('give --auto-approve') })
  expect(asked.error).toContain('+ create  connector/stock')
  expect(named('Contoso Stock')).toEqual({ connectors: 0, flows: [] })
})

test.each([
  ['no description', ['plan'], 3, 'There is no description of a deployment here'],
  ['one that is not there', ['plan', 'other.yaml'], 3, 'other.yaml is not there'],
  ['a target that is not there', ['plan', '--target', 'adatum'], 2, 'The description has no target "adatum"'],
  ['an address that is none', ['plan', '--emulator', 'nowhere'], 2, 'nowhere is no address'],
  ['a number that is none', ['apply', '--parallel', 'many'], 2, '--parallel is no number'],
  ['a plan that is none', ['apply', '--plan', 'count.json'], 3, 'count.json cannot be read as a plan'],
  ['a policy that is none', ['plan', '--dlp-policy', 'count.json'], 3, 'count.json cannot be read as a data policy'],
])('%s is said', async (name, words, code, text) => {
  const folder = name === 'no description' ? folderWith() : deploymentFolder()
  const outcome = await runHere(['deploy', ...words], { folder, environment: environment() })
  expect(outcome).toMatchObject({ code, error: expect.stringContaining(text) })
})

test('a description with faults is a report with places, and hides a secret that stands in it', async () => {
  const folder = deploymentFolder()
  const yaml = readFileSync(join(folder, 'sevenstep.deployment.yaml'), 'utf8').replace(
    '{ env: STOCK_KEY }',
    '"fake-literal-key"',
  )
  put(folder, 'sevenstep.deployment.yaml', yaml)
  const text = await deploy(folder, 'plan')
  expect(text).toMatchObject({ code: 1, out: expect.stringContaining('sevenstep.deployment.yaml:4:71') })
  expect(text.out).not.toContain('fake-literal-key')
  const json = await deploy(folder, 'plan', '--format', 'json')
  expect(JSON.parse(json.out).subjects[0].findings[0]).toMatchObject({ ruleId: 'deploy-secret-by-reference' })
})

test('an emulator that is not there is trouble of the target, told with what to do', async () => {
  const outcome = await runHere(['deploy', 'plan', '--emulator', 'http://127.0.0.1:9'], {
    folder: deploymentFolder(),
    environment: environment(),
  })
  expect(outcome).toMatchObject({ code: 4, out: expect.stringContaining('fabrikam: failed') })
  expect(outcome.out).toMatch(/why: .+\n.*do: {2}.+/)
})

test.each(['connector/stock', 'flow/count'])(
  'a process killed in the middle of %s goes on where it was, and makes nothing twice',
  async (address) => {
    const folder = deploymentFolder()
    const operation = address === 'flow/count' ? 'solution-flows.create' : 'connectors.create'
    emulator.faults.add({ effect: { kind: 'delay', milliseconds: 60_000 }, target: { operation }, times: 1 })
    const child = spawn(process.execPath, [bin, 'deploy', 'apply', '--auto-approve', '--emulator', emulator.url], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...environment() },
      stdio: 'ignore',
    })
    const journal = join(folder, '.sevenstep/deployments/stock/fabrikam.jsonl')
    await until(() => existsSync(journal) && lastBegun(journal) === address, child)
    // The request is on its way; what the service makes of it, nobody will tell.
    await until(() => emulator.faults.list()[0]?.struck === 1, child)
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    const cut = await deploy(folder, 'status')
    expect(cut).toMatchObject({ code: 1, out: expect.stringContaining('the last apply was cut off') })
    const again = await deploy(folder, 'apply', '--auto-approve')
    expect(again).toMatchObject({ code: 0 })
    expect(named('Contoso Stock')).toEqual({ connectors: 1, flows: [1] })
    expect(await deploy(folder, 'status')).toMatchObject({ code: 0 })
  },
)

test('Ctrl-C ends an apply so that it can be gone on with', async () => {
  const folder = deploymentFolder()
  emulator.faults.add({
    effect: { kind: 'delay', milliseconds: 3000 },
    target: { operation: 'connectors.create' },
    times: 1,
  })
  const child = spawn(process.execPath, [bin, 'deploy', 'apply', '--auto-approve', '--emulator', emulator.url], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment() },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  await until(() => emulator.faults.list()[0]?.struck === 1, child)
  child.kill('SIGINT')
  const code = await new Promise((resolve) => child.once('exit', resolve))
  expect(code).toBe(4)
  expect(out).toContain('stopped; run the same command to go on')
  // The note that somebody deploys there is taken back, so that nobody has to wait for it to end.
  expect(JSON.stringify(emulator.store.state)).not.toContain('sevenstep_lease')
  expect(await deploy(folder, 'apply', '--auto-approve')).toMatchObject({ code: 0 })
  expect(named('Contoso Stock')).toEqual({ connectors: 1, flows: [1] })
})

function lastBegun(journal: string): string | undefined {
  const lines = readFileSync(journal, 'utf8').trimEnd().split('\n')
  const begun = lines.map((line) => JSON.parse(line)).filter(({ type }) => type === 'step-began')
  return begun.at(-1)?.address
}

/** A process that ended without getting there would be waited for until the test is cut off. */
async function until(isTrue: () => boolean, child: ChildProcess): Promise<void> {
  while (!isTrue()) {
    if (child.exitCode !== null) throw new Error(`The process ended with ${child.exitCode} before it came so far.`)
    await sleep(20)
  }
}

test('the example deploys to both of its targets, once, and goes back', async () => {
  const folder = folderWith()
  cpSync(join(root, 'examples/deployment'), folder, { recursive: true })
  const run = (action: string, ...words: string[]) =>
    runHere(['deploy', action, '--emulator', emulator.url, ...words], {
      folder,
      environment: { ...environment(), STOCK_KEY: secret },
    })
  const plan = await run('plan', '--format', 'json')
  expect(plan.code).toBe(0)
  const routes = JSON.parse(plan.out).targets.map(
    ({ plan: { routes: all } }: { plan: { routes: { route: string }[] } }) => all.map(({ route }) => route),
  )
  expect(routes).toEqual([
    ['power-apps', 'solution', 'solution'],
    ['database', 'solution', 'solution'],
  ])
  expect((await run('apply', '--auto-approve')).out).toBe(
    'fabrikam: done, 8 changes\n\nfabrikam-test: done, 8 changes\n\n2 targets: 2 done.\n',
  )
  expect((await run('apply', '--auto-approve')).out).toBe(
    'fabrikam: nothing to do\n\nfabrikam-test: nothing to do\n\n2 targets: 2 done.\n',
  )
  expect((await run('rollback', '--auto-approve')).code).toBe(0)
})
