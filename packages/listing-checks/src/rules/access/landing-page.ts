import type { CheckContext } from '../../engine/rule-family.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { addressFault, addressOf, isGuid, shownAddress } from '../../text/text-checks.ts'
import { textAt } from '../fields.ts'

/** Where customers of a SaaS offer arrive, and how they sign in there. */
export const landingPage = defineRuleFamily({
  id: 'landing-page',
  group: 'Access',
  rules: {
    'landing-page-address': {
      title: 'The landing page has a public https address.',
      setting: 'error',
      exceptions: [{ profiles: ['dataverse'], setting: 'off', because: 'they are installed, not visited' }],
      sources: ['saas-plan', 'landing-page'],
      messages: {
        missing: {
          what: 'The offer names no landing page.',
          why: 'Customers are sent there to activate what they got.',
          fix: 'Add its address as "technical.landingPageUrl".',
        },
        found: {
          what: '"{address}" cannot be a landing page: {fault}.',
          why: 'Customers and reviewers arrive there from the internet, over https.',
          fix: 'Write a public https address.',
        },
        fragment: {
          what: '"{address}" has a part behind "#".',
          why: 'Microsoft adds a token to the address, and the browser keeps what stands behind "#" to itself.',
          fix: 'Use an address without "#".',
        },
      },
    },
    'landing-page-answers': {
      title: 'The landing page answers.',
      setting: 'error',
      exceptions: [{ profiles: ['dataverse'], setting: 'off', because: 'they are installed, not visited' }],
      sources: ['saas-plan', 'publish-offer'],
      messages: {
        found: {
          what: 'The landing page does not open: {problem}',
          why: 'It has to be up day and night; the review opens it.',
          fix: 'Put it on the internet before you submit.',
        },
      },
    },
    'landing-page-sign-in': {
      title: 'Customers sign in to the landing page with Microsoft Entra ID.',
      setting: 'error',
      exceptions: [{ profiles: ['dataverse'], setting: 'off', because: 'they have no landing page' }],
      sources: ['saas-sign-in', 'landing-page', 'policies'],
      messages: {
        found: {
          what: 'The registration of the landing page does not meet what its sign-in needs: {rules}.',
          why: 'Offers whose customers cannot sign in without an administrator are sent back.',
          fix: 'Mend what the check of the registration (step 2) says about these rules.',
        },
        other: {
          what: 'The registration was checked, but not as that of a landing page.',
          why: 'Landing pages have rules of their own: personal accounts, and nothing that an administrator has to agree to.',
          fix: 'Check it with the capability "landing-page".',
        },
      },
      severityByMessage: { other: 'warning' },
    },
    'technical-ids': {
      title: 'Transactable SaaS offers name webhook, tenant and application.',
      setting: 'error',
      exceptions: [
        { profiles: ['dataverse'], setting: 'off', because: 'they have no technical configuration of this kind' },
      ],
      sources: ['saas-plan', 'saas-sign-in'],
      messages: {
        missing: {
          what: 'An offer sold through Microsoft needs "{field}".',
          why: 'Without it Microsoft cannot tell your system of purchases and changes.',
          fix: 'Add it under "technical".',
        },
        found: {
          what: '"{field}" is no GUID.',
          why: 'It names your tenant or application.',
          fix: 'Copy it from the registration in Microsoft Entra ID.',
        },
        webhook: {
          what: 'The webhook cannot be reached: {fault}.',
          why: 'Microsoft calls it over https.',
          fix: 'Write a public https address.',
        },
        same: {
          what: 'Landing page and fulfilment API use the same application.',
          why: 'The page needs one for all tenants, the API one for yours alone.',
          fix: 'Register a second application for the fulfilment API.',
        },
      },
    },
  },
  check(context) {
    if (context.profile !== 'saas') return
    judgePage(context)
    judgeTechnical(context)
  },
})

function judgePage({ subject, report, notChecked }: CheckContext): void {
  const { offer, facts } = subject
  const page = textAt(offer.root, 'technical', 'landingPageUrl')
  const at = offer.root.nearest('technical', 'landingPageUrl')
  const needsPage = offer.root.text('listingOption') !== 'contactMe'
  if (page === undefined) {
    if (needsPage) report('landing-page-address', at, { message: 'missing' })
    const handIn = 'Add its address as "technical.landingPageUrl".'
    for (const rule of ['landing-page-address', 'landing-page-answers', 'landing-page-sign-in']) {
      if (rule !== 'landing-page-address' || !needsPage) notChecked(rule, 'The offer names no landing page.', handIn)
    }
    return
  }
  const address = shownAddress(page.text)
  const fault = addressFault(page.text)
  if (fault !== undefined) report('landing-page-address', at, { data: { address, fault } })
  else if (page.text.includes('#')) report('landing-page-address', at, { message: 'fragment', data: { address } })
  const href = addressOf(page.text)?.href
  const fact = facts.links?.find(({ url }) => addressOf(url)?.href === href)
  if (fact === undefined) {
    notChecked(
      'landing-page-answers',
      'The landing page was not opened.',
      'Have it opened, or hand in what it answered.',
    )
  } else {
    // A page that asks for a sign-in may answer 401 to a visitor without a token.
    const isDown = fact.status !== undefined && fact.status >= 400 && fact.status !== 401 && fact.status !== 403
    const problem = fact.problem ?? (isDown ? `it answers with status ${fact.status}.` : undefined)
    if (problem !== undefined) report('landing-page-answers', at, { data: { problem } })
  }
  const signIn = facts.landingPageSignIn
  if (signIn === undefined) {
    const handed = subject.handedOn?.landingPageSignIn
    const isRefused = handed !== undefined && handed.value === undefined
    const reason = `The registration of the landing page was not checked.${isRefused ? ` ${handed.reason}` : ''}`
    const handIn = isRefused
      ? handed.handIn
      : 'Check the registration as that of a landing page (step 2), and hand in what was found.'
    notChecked('landing-page-sign-in', reason, handIn)
  } else if (!signIn.isForLandingPage) report('landing-page-sign-in', at, { message: 'other' })
  else if (signIn.failedRules.length > 0) {
    report('landing-page-sign-in', at, { data: { rules: signIn.failedRules.join(', ') } })
  }
}

function judgeTechnical({ subject, report }: CheckContext): void {
  const { root } = subject.offer
  const isSold = root.text('listingOption') === 'sellThroughMicrosoft'
  const at = root.nearest('technical')
  for (const field of ['webhookUrl', 'tenantId', 'applicationId']) {
    const value = textAt(root, 'technical', field)
    if (value === undefined) {
      if (isSold) report('technical-ids', at, { message: 'missing', data: { field } })
    } else if (field === 'webhookUrl') {
      const fault = addressFault(value.text)
      if (fault !== undefined) report('technical-ids', value.node, { message: 'webhook', data: { fault } })
    } else if (!isGuid(value.text)) report('technical-ids', value.node, { data: { field } })
  }
  const fulfilment = textAt(root, 'technical', 'fulfilmentApplicationId')
  if (fulfilment === undefined) return
  if (!isGuid(fulfilment.text)) report('technical-ids', fulfilment.node, { data: { field: 'fulfilmentApplicationId' } })
  else if (fulfilment.text.toLowerCase() === textAt(root, 'technical', 'applicationId')?.text.toLowerCase()) {
    report('technical-ids', fulfilment.node, { message: 'same' })
  }
}
