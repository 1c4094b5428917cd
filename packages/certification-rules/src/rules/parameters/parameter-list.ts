import type { Operation, Parameter } from '@sevenstep/connector-schema'
import { type JsonNode, toValue } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'

const twice = 'one body can be sent'

/** Which parameters may stand together. */
export const parameterList = defineRuleFamily({
  id: 'parameter-list',
  rules: {
    'param-unique': {
      title: 'No parameter is listed twice.',
      mend: 'automatic',
      deviation: 'mended only where both say the same; which of two different ones is meant, a person decides',
      messages: {
        found: {
          what: '{owner} lists the {location} parameter "{name}" twice.',
          why: 'Nobody can tell which of the two counts; the validator refuses the file.',
          fix: 'Remove the one that is not meant.',
        },
      },
    },
    'param-single-body': {
      title: 'At most one parameter is a body.',
      messages: {
        found: {
          what: '{owner} has a second body, "{name}".',
          why: `Only ${twice} with a request; the validator refuses the file.`,
          fix: 'Make one schema of both bodies.',
        },
      },
    },
    'param-no-body-and-form': {
      title: 'A request has a body or a form, not both.',
      messages: {
        found: {
          what: '{owner} has a body and the form field "{name}".',
          why: `A form is sent as the body, and only ${twice}; the validator refuses the file.`,
          fix: 'Move the form fields into the schema of the body, or the body into the form, as the API takes it.',
        },
      },
    },
    'param-no-body-in-get': {
      title: 'GET and HEAD send no body.',
      messages: {
        found: {
          what: '{owner} is a {method} and sends "{name}" in its {location}.',
          why: 'A request that only fetches has no body; gateways drop it and the validator refuses the file.',
          fix: 'Send the value in the query, or use POST if the API takes it.',
        },
      },
    },
    'param-no-body-in-delete': {
      title: 'DELETE sends no body.',
      messages: {
        found: {
          what: '{owner} is a DELETE and sends "{name}" in its {location}.',
          why: 'It works, but servers and gateways between may ignore the body of a DELETE.',
          fix: 'Send the value in the path or query if the API takes it there.',
        },
      },
    },
  },
  check(context) {
    return {
      pathItem(item) {
        checkTogether(context, item.parameters, `The path "${item.path}"`)
      },
      operation(operation) {
        const owner = `"${operation.label}"`
        checkTogether(context, operation.ownParameters, owner)
        if (operation.parameters !== operation.ownParameters) checkAcross(context, operation, owner)
        checkMethod(context, operation, owner)
      },
    }
  },
  mends: { 'param-unique': removeTwin },
})

function checkTogether({ report }: CheckContext, parameters: readonly Parameter[], owner: string): void {
  if (parameters.length < 2) return
  const seen = new Map<string, JsonNode>()
  let body: JsonNode | undefined
  let form: Parameter | undefined
  for (const parameter of parameters) {
    const { site, location, name } = parameter
    if (name === undefined || location === undefined) continue
    const data = { owner, name, location }
    const key = `${location} ${name}`
    const first = seen.get(key)
    if (first === undefined) seen.set(key, site)
    else report('param-unique', site, { data, related: [{ at: first, note: 'The first of the two.' }] })
    if (location === 'formData') form ??= parameter
    if (location !== 'body') continue
    if (body === undefined) body = site
    else if (first === undefined)
      report('param-single-body', site, { data, related: [{ at: body, note: 'The first body.' }] })
  }
  if (body !== undefined && form !== undefined) reportForm(report, owner, form, body)
}

/** What comes of an operation's own parameters and those of its path item together. */
function checkAcross({ report }: CheckContext, { ownParameters, parameters }: Operation, owner: string): void {
  const isOwn = (parameter: Parameter): boolean => ownParameters.includes(parameter)
  const bodies = parameters.filter((parameter) => parameter.isBody)
  const form = parameters.find((parameter) => parameter.location === 'formData')
  const own = bodies.find(isOwn)
  const shared = bodies.find((parameter) => !isOwn(parameter))
  if (own !== undefined && shared !== undefined) {
    const related = [{ at: shared.site, note: 'The body that all operations of the path have.' }]
    report('param-single-body', own.site, { data: { owner, name: own.name ?? '' }, related })
  }
  const body = bodies[0]
  if (body !== undefined && form !== undefined && isOwn(body) !== isOwn(form)) {
    reportForm(report, owner, form, body.site)
  }
}

function reportForm(report: CheckContext['report'], owner: string, form: Parameter, body: JsonNode): void {
  const related = [{ at: body, note: 'The body.' }]
  report('param-no-body-and-form', form.site, { data: { owner, name: form.name ?? '' }, related })
}

function checkMethod({ report }: CheckContext, { method, parameters }: Operation, owner: string): void {
  const rule = method === 'delete' ? 'param-no-body-in-delete' : 'param-no-body-in-get'
  if (method !== 'get' && method !== 'head' && method !== 'delete') return
  for (const { site, location, name } of parameters) {
    if (location !== 'body' && location !== 'formData') continue
    const data = {
      owner,
      method: method.toUpperCase(),
      name: name ?? '',
      location: location === 'body' ? location : 'form',
    }
    report(rule, site, { data })
  }
}

/** Removes the later of two parameters that say the same. */
function removeTwin({ node, edit }: MendContext): void {
  if (node === undefined) return
  const text = JSON.stringify(toValue(node))
  const isTwin = node.parent?.children.some((item) => item.index < node.index && JSON.stringify(toValue(item)) === text)
  if (isTwin === true) edit.remove(node)
}
