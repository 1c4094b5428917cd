import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { Emulator } from '../create-emulator.ts'
import { icon } from '../identity/pages/icon.ts'
import { controlGuard } from './control-guard.ts'
import { coveredOperations } from './covered-operations.ts'
import { Misfit } from './misfit.ts'
import { pageStyle } from './page/page-style.ts'
import type { ControlBodies } from './read-control-body.ts'

type ControlApp = Hono<{ Bindings: HttpBindings }>

/** The emulator's own pages and controls, below `/emulator`: for this machine alone. */
export function controlRoutes(emulator: Emulator): ControlApp {
  const app: ControlApp = new Hono()
  app.get('/emulator/page.css', (c) => c.body(pageStyle, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/emulator/icon.svg', (c) => c.body(icon, 200, { 'content-type': 'image/svg+xml' }))
  app.get('/devicelogin', (c) =>
    c.redirect(`/https/login.microsoftonline.com/common/oauth2/deviceauth${new URL(c.req.url).search}`),
  )
  app.use(controlGuard)
  app.get('/', (c) => c.redirect('/emulator'))
  app.get('/emulator', async (c) => {
    const { showOverview } = await import('./page/overview.tsx')
    return showOverview(c, emulator)
  })
  app.post('/emulator', async (c) => {
    const { answerForm } = await import('./page/answer-form.ts')
    return answerForm(c, emulator)
  })
  app.get('/emulator/health', (c) => c.json({ ready: true }))
  app.get('/emulator/operations', async (c) => c.json(coveredOperations(await emulator.routes())))
  app.get('/emulator/cloud.json', (c) => c.json(cloudFile(new URL(c.req.url).origin)))
  app.get('/emulator/state', (c) => c.json(emulator.store.state))
  addClock(app, emulator)
  addFaults(app, emulator)
  addSnapshots(app, emulator)
  app.get('/emulator/journal', (c) => c.json({ entries: emulator.journal.entries(Number(c.req.query('after') ?? 0)) }))
  app.delete('/emulator/journal', (c) => {
    emulator.journal.clear()
    return c.body(null, 204)
  })
  app.notFound((c) => problem(c, 404, 'Nothing is here', `The emulator has no ${c.req.method} ${c.req.path}.`))
  app.onError((error, c) =>
    error instanceof Misfit
      ? problem(c, 400, 'The body does not fit', error.message)
      : problem(c, 500, 'The emulator itself failed', error.stack ?? error.message),
  )
  return app
}

/** The emulator as a cloud file, as the client and `sevenstep deploy` read one. */
function cloudFile(origin: string) {
  return { id: 'emulator', title: 'Cloud emulator', basedOn: 'public', through: `${origin}/https` }
}

function addClock(app: ControlApp, { clock }: Emulator): void {
  const shown = () => ({ now: clock.now().toISOString(), mode: clock.mode, step: clock.step })
  app.get('/emulator/clock', (c) => c.json(shown()))
  app.put('/emulator/clock', async (c) => {
    const { mode, step, now } = await read(c, 'clock')
    if (mode !== undefined || step !== undefined) clock.setMode(mode ?? clock.mode, step)
    if (now !== undefined) clock.set(new Date(now))
    return c.json(shown())
  })
  app.post('/emulator/clock/advance', async (c) => {
    clock.advance((await read(c, 'advance')).milliseconds)
    return c.json(shown())
  })
}

function addFaults(app: ControlApp, { faults }: Emulator): void {
  app.get('/emulator/faults', (c) => c.json({ faults: faults.list() }))
  app.post('/emulator/faults', async (c) => c.json({ id: faults.add(await read(c, 'fault')) }, 201))
  app.put('/emulator/faults', async (c) => {
    const plan = await read(c, 'faultPlan')
    faults.clear()
    if (plan.seed !== undefined) faults.reseed(plan.seed)
    for (const fault of plan.faults) faults.add(fault)
    return c.json({ faults: faults.list() })
  })
  app.delete('/emulator/faults', (c) => {
    faults.clear()
    return c.body(null, 204)
  })
  app.delete('/emulator/faults/:id', (c) => {
    const id = c.req.param('id')
    return faults.remove(id) ? c.body(null, 204) : problem(c, 404, 'No such fault', `No fault has the id ${id}.`)
  })
}

function addSnapshots(app: ControlApp, { store }: Emulator): void {
  app.get('/emulator/snapshots', (c) => c.json({ snapshots: store.snapshots() }))
  app.post('/emulator/snapshots', async (c) => {
    store.save((await read(c, 'snapshot')).name)
    return c.json({ snapshots: store.snapshots() }, 201)
  })
  app.post('/emulator/snapshots/:name/restore', (c) => {
    const name = c.req.param('name')
    if (store.restore(name)) return c.json({ restored: name })
    return problem(c, 404, 'No such snapshot', `No snapshot is called "${name}". Save one first.`)
  })
}

/** What checks bodies is only loaded when one comes, so that whoever asks whether it is ready need not wait for it. */
async function read<Name extends keyof ControlBodies>(c: Context, name: Name): Promise<ControlBodies[Name]> {
  const { readControlBody } = await import('./read-control-body.ts')
  return readControlBody(c, name)
}

function problem(c: Context, status: 400 | 404 | 500, title: string, detail: string): Response {
  return c.json({ title, status, detail }, status, { 'content-type': 'application/problem+json' })
}
