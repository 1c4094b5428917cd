import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { notFound } from '../domain/failure.ts'
import { accountRoutes } from './account/routes.tsx'
import { apiRoutes } from './api/routes.ts'
import { assetsPath } from './assets/assets.ts'
import { auditRoutes } from './audit/routes.tsx'
import { checklistRoutes } from './checklist/routes.tsx'
import { checksRoutes } from './checks/routes.tsx'
import { disputesRoutes } from './disputes/routes.tsx'
import type { HttpEnvironment, HttpServices } from './environment.ts'
import { answerFailure } from './failures.tsx'
import { goalsRoutes } from './goals/routes.tsx'
import { homeRoutes } from './home/routes.ts'
import { isvsRoutes } from './isvs/routes.tsx'
import { itemRoutes } from './items/routes.ts'
import { invitationRoutes } from './members/invitation-routes.tsx'
import { membersRoutes } from './members/routes.tsx'
import { compressed } from './middleware/compressed.ts'
import { ownOrigin } from './middleware/form-origin.ts'
import { noStore, safeHeaders } from './middleware/headers.ts'
import { plainAddress } from './middleware/plain-address.ts'
import { preferences } from './middleware/preferences.ts'
import { openRateLimits, rateLimited } from './middleware/rate-limit.ts'
import { requestId } from './middleware/request-id.ts'
import { requestLog } from './middleware/request-log.ts'
import { session } from './middleware/session.ts'
import { operationRoutes } from './operations/routes.ts'
import { portfolioRoutes } from './portfolio/routes.tsx'
import { reviewsRoutes } from './reviews/routes.tsx'
import { searchRoutes } from './search/routes.tsx'
import { signInRoutes } from './sign-in/routes.tsx'
import { stepsRoutes } from './steps/routes.tsx'
import { submissionsRoutes } from './submissions/routes.tsx'
import { waiversRoutes } from './waivers/routes.tsx'

/** Largest request that is no upload, in bytes. */
const largestForm = 2 * 1024 * 1024

/** The whole site. Assets come before the session, so that a picture never asks the database who is looking. */
export function createApp(services: HttpServices): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>()
  const limits = openRateLimits(services.configuration)
  app.onError(answerFailure(services))
  app.notFound(() => {
    throw notFound()
  })
  app.use(requestId)
  app.use(requestLog(services.log))
  app.use(safeHeaders(services.configuration.publicUrl, services.signIn.formTargets))
  app.route(assetsPath, services.assets.routes)
  app.use(compressed)
  app.use(noStore)
  app.route('/', operationRoutes(services))
  app.use(preferences)
  app.use(plainAddress)
  app.use(ownOrigin(services.configuration.publicUrl))
  app.use(session(services))
  app.use(rateLimited(limits, 'sign-in', isSigningIn))
  app.use(rateLimited(limits, 'uploads', readsFiles))
  app.use(rateLimited(limits, 'changes', sendsForm))
  app.use(async (context, next) => {
    const upload = context.req.path.endsWith('/uploads')
    return upload ? next() : bodyLimit({ maxSize: largestForm })(context, next)
  })
  app.route('/', signInRoutes(services))
  app.route('/', homeRoutes(services))
  app.route('/', checksRoutes(services))
  app.route('/', checklistRoutes(services))
  app.route('/', goalsRoutes(services))
  app.route('/', stepsRoutes(services))
  app.route('/', itemRoutes(services))
  app.route('/', portfolioRoutes(services))
  app.route('/', submissionsRoutes(services))
  app.route('/', isvsRoutes(services))
  app.route('/', reviewsRoutes(services))
  app.route('/', waiversRoutes(services))
  app.route('/', disputesRoutes(services))
  app.route('/', accountRoutes(services))
  app.route('/', auditRoutes(services))
  app.route('/', invitationRoutes(services))
  app.route('/', membersRoutes(services))
  app.route('/', searchRoutes(services))
  app.route('/', apiRoutes(services, limits))
  return app
}

/** Where a link, a code or an account could be guessed. */
function isSigningIn({ req }: Context): boolean {
  return /^\/(sign-in|invitations)\//.test(`${req.path}/`) && (req.method !== 'GET' || req.path !== '/sign-in')
}

/** Every form of somebody signed in that no other budget counts. */
function sendsForm(context: Context<HttpEnvironment>): boolean {
  const { method, path } = context.req
  if (method !== 'POST' || context.get('signedIn') === undefined) return false
  return !path.startsWith('/api/') && !readsFiles(context) && !isSigningIn(context)
}

/** What makes a worker read files: uploads, and mending the files of an earlier one. The API counts its own. */
function readsFiles({ req: { method, path } }: Context): boolean {
  if (path.startsWith('/api/')) return false
  return method === 'POST' ? path.endsWith('/uploads') : /\/checks\/[^/]+\/(fixes|fixed-files\.zip)$/.test(path)
}
