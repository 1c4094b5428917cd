import { Hono } from 'hono'
import { readMenu } from '../../reads/menu/read-menu.ts'
import type { HttpEnvironment, HttpServices } from '../environment.ts'
import { whoIs } from '../places.ts'

/** The front door: it sends each person to where their work is. */
export function homeRoutes(services: HttpServices): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>()
  routes.get('/', async (context) => {
    const { principal } = whoIs(context)
    const menu = await readMenu(services, principal, undefined)
    if (menu.programme !== undefined) return context.redirect('/portfolio', 303)
    if (menu.product !== undefined) return context.redirect(`/products/${menu.product.id}`, 303)
    if (menu.isv !== undefined) return context.redirect(`/isvs/${menu.isv.id}`, 303)
    return context.redirect('/account', 303)
  })
  return routes
}
