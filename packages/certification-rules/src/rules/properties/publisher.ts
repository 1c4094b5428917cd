import type { Properties } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type Mend } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { isWhole } from '../whole-file.ts'

/** Who made the connector and whose service it is: `publisher` and `stackOwner`. */
export const publisher = defineRuleFamily({
  id: 'publisher',
  rules: {
    'props-publisher-required': {
      title: 'The properties name the publisher.',
      profiles: certifiedProfiles,
      mend: 'proposed',
      messages: {
        found: {
          what: 'The publisher is missing.',
          why: 'The connector’s page names who made it; reviewers ask for it.',
          fix: 'Add "publisher" with your name or your company’s. Leave it out of the copy you deploy with paconn.',
        },
      },
    },
    'props-publisher-alphanumeric': {
      title: 'The publisher’s name has letters, digits and the usual punctuation of company names.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The publisher’s name contains "{character}".',
          why: 'The name becomes part of lists and search; other characters have been refused.',
          fix: 'Write the name without it.',
        },
      },
    },
    'props-stack-owner-required': {
      title: 'The properties name the owner of the service.',
      profiles: certifiedProfiles,
      mend: 'proposed',
      messages: {
        found: {
          what: 'The stack owner is missing.',
          why: 'Reviewers check whether whoever publishes may speak for the service.',
          fix: 'Add "stackOwner" with the company that runs the service. Leave it out of the copy you deploy with paconn.',
        },
      },
    },
    'props-publisher-equals-stack-owner': {
      title: 'A verified publisher owns the service.',
      profiles: ['verified-publisher'],
      messages: {
        found: {
          what: 'The publisher is "{publisher}", the stack owner "{owner}".',
          why: 'A verified publisher normally owns the service; reviewers ask for a proof of the owner’s consent.',
          fix: 'Write the same name twice, or have the consent at hand.',
        },
      },
    },
    'props-publisher-differs-independent': {
      title: 'An independent publisher does not own the service.',
      profiles: ['independent-publisher'],
      messages: {
        found: {
          what: 'The publisher and the stack owner are both "{publisher}".',
          why: 'Who owns the service publishes as a verified publisher, not as an independent one.',
          fix: 'Name the company that runs the service as "stackOwner".',
        },
      },
    },
  },
  check(context) {
    return { properties: (properties) => checkNames(context, properties) }
  },
  mends: {
    'props-publisher-required': fillFrom('publisher', 'stackOwner'),
    'props-stack-owner-required': fillFrom('stackOwner', 'publisher'),
  },
})

function checkNames({ report, profile }: CheckContext, properties: Properties): void {
  const { body, node } = properties
  const publisher = body?.member('publisher')
  const owner = body?.member('stackOwner')
  const names = { publisher: textOf(publisher), owner: textOf(owner) }
  // Without "properties" everything is missing; that it is, another rule says.
  if (body !== undefined && isWhole(properties)) {
    const data = { profile }
    if (names.publisher === '') report('props-publisher-required', publisher ?? body ?? node, { data })
    if (names.owner === '') report('props-stack-owner-required', owner ?? body ?? node, { data })
  }
  if (publisher === undefined || owner === undefined) {
    checkCharacters(report, publisher, names.publisher)
    return
  }
  checkCharacters(report, publisher, names.publisher)
  if (names.publisher === '' || names.owner === '') return
  const isSame = names.publisher.toLowerCase() === names.owner.toLowerCase()
  if (isSame) report('props-publisher-differs-independent', owner, { data: { publisher: names.publisher } })
  else report('props-publisher-equals-stack-owner', owner, { data: names })
}

function checkCharacters(report: CheckContext['report'], node: JsonNode | undefined, name: string): void {
  const character = /[^\p{L}\p{M}\p{N} .,;:&'’()[\]+_/|!@°*®™–—-]/u.exec(name)?.[0]
  if (node !== undefined && character !== undefined)
    report('props-publisher-alphanumeric', node, { data: { character } })
}

function textOf(node: JsonNode | undefined): string {
  return typeof node?.value === 'string' ? node.value.trim() : ''
}

/** For a verified publisher the two names are the same as a rule. */
function fillFrom(key: string, source: string): Mend {
  return ({ connector, data, edit }) => {
    const body = connector.properties?.body
    const name = body?.text(source)?.trim()
    if (body !== undefined && name && data.profile === 'verified-publisher')
      edit.insert(body, key, name, { after: source })
  }
}
