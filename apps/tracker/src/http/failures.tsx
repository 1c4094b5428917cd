import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Failure } from '../domain/failure.ts'
import { FailurePage } from '../pages/failure/failure-page.tsx'
import type { HttpEnvironment, HttpServices } from './environment.ts'
import { frameOf } from './frame.ts'

/** Turns whatever a route threw into an answer: a page for a browser, a problem document for a program. */
export function answerFailure(services: HttpServices) {
  return async (error: Error, context: Context<HttpEnvironment>): Promise<Response> => {
    const failure = asFailure(error)
    if (failure.code === 'internal') {
      services.log.error({ err: error, requestId: context.get('requestId') }, 'A request failed.')
    }
    if (context.req.path.startsWith('/api/')) return problemDocument(failure, context)
    if (failure.code === 'not-signed-in' && context.req.method === 'GET') {
      const url = new URL(context.req.url)
      return context.redirect(`/sign-in?return=${encodeURIComponent(`${url.pathname}${url.search}`)}`, 303)
    }
    const frame = await frameOf(services, context).catch(() => undefined)
    if (frame === undefined) return context.text(`${failure.what.en} ${failure.fix.en}`, failure.status)
    return context.html(<FailurePage frame={frame} failure={failure} />, failure.status)
  }
}

/** RFC 9457: the refusal for a program, with its code, reason and remedy. */
function problemDocument(failure: Failure, context: Context<HttpEnvironment>): Response {
  const language = context.get('language') ?? 'en'
  const document = {
    type: `/api/reference#problem-${failure.code}`,
    title: failure.what[language],
    status: failure.status,
    detail: failure.why[language],
    instance: context.get('requestId'),
    code: failure.code,
    fix: failure.fix[language],
    ...(failure.fields.length > 0 && {
      errors: failure.fields.map(({ field, message }) => ({ field, detail: message[language] })),
    }),
    // The row itself may hold what the asker must not see, such as the hash of a link.
    ...(typeof failure.current?.version === 'number' && { currentVersion: failure.current.version }),
  }
  return context.body(JSON.stringify(document), failure.status, { 'Content-Type': 'application/problem+json' })
}

/** A refusal stays what it is; anything else is a fault of ours, whose details are for the log alone. */
function asFailure(error: Error): Failure {
  if (error instanceof Failure) return error
  if (error instanceof HTTPException && error.status === 413) {
    return new Failure('too-large', {
      what: { en: 'This is too large.', nl: 'Dit is te groot.' },
      why: { en: 'The tracker takes less at once.', nl: 'De tracker neemt minder in één keer aan.' },
      fix: { en: 'Send a smaller file or text.', nl: 'Verstuur een kleiner bestand of kortere tekst.' },
    })
  }
  return new Failure('internal', {
    what: { en: 'Something went wrong on our side.', nl: 'Er ging iets mis aan onze kant.' },
    why: {
      en: 'The tracker met a fault it did not expect. Nothing of this request was saved.',
      nl: 'De tracker stuitte op een onverwachte fout. Van dit verzoek is niets opgeslagen.',
    },
    fix: {
      en: 'Try again; if it stays, tell us the request number below.',
      nl: 'Probeer het opnieuw; blijft het, noem ons dan het verzoeknummer hieronder.',
    },
  })
}
