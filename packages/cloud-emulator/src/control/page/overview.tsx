import type { Context } from 'hono'
import type { Emulator } from '../../create-emulator.ts'
import { Controls } from './controls.tsx'
import { Requests } from './requests.tsx'
import { Tenants } from './tenants.tsx'

/** The emulator's page: what there is, what happened, and the controls. It works without script. */
export function showOverview(c: Context, emulator: Emulator): Response | Promise<Response> {
  c.header(
    'content-security-policy',
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  )
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'same-origin')
  c.header('x-content-type-options', 'nosniff')
  const { clock, store, faults, journal } = emulator
  const entries = journal.entries().slice(-100).reverse()
  return c.html(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Sevenstep cloud emulator</title>
        <link rel="icon" href="/emulator/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/emulator/page.css" />
      </head>
      <body>
        <header class="banner">
          <strong>Offline demo, not Microsoft</strong> <span>Everything here lives on this machine.</span>
        </header>
        <main class="wide">
          <h1>Cloud emulator</h1>
          <p class="lead">
            {clock.now().toISOString().slice(0, 19).replace('T', ' ')} UTC, {modes[clock.mode]}
          </p>
          <Tenants tenants={Object.values(store.state.tenants)} />
          <Controls faults={faults.list()} snapshots={store.snapshots()} mode={clock.mode} />
          <Requests entries={entries} />
        </main>
        <footer>
          <span class="made">
            <img src="/emulator/icon.svg" alt="" width="20" height="20" />
            Sevenstep cloud emulator
          </span>
          <a href="/emulator/operations">Covered operations (JSON)</a>
        </footer>
      </body>
    </html>,
  )
}

const modes = {
  machine: 'moving with this machine’s clock',
  held: 'held',
  auto: 'moving a step with each request',
} as const
