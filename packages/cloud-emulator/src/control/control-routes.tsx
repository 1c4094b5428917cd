import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { Emulator } from '../create-emulator.ts'
import { icon } from '../identity/pages/icon.ts'
import { style } from '../identity/pages/style.ts'

/** The emulator's own pages and controls, below `/emulator`. */
export function controlRoutes(emulator: Emulator): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.get('/emulator/page.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/emulator/icon.svg', (c) => c.body(icon, 200, { 'content-type': 'image/svg+xml' }))
  app.get('/devicelogin', (c) => {
    const query = new URL(c.req.url).search
    return c.redirect(`/https/login.microsoftonline.com/common/oauth2/deviceauth${query}`)
  })
  app.get('/emulator/journal', (c) => c.json({ entries: emulator.journal.entries() }))
  return app
}
