import { defineRuleFamily } from '../../engine/rule-family.ts'
import { isMultiTenant } from '../../registration/app-registration.ts'

/** Whether claims mapping is left alone where it is dangerous. */
export const mappedClaims = defineRuleFamily({
  id: 'mapped-claims',
  group: 'App registration',
  rules: {
    'app-no-mapped-claims': {
      title: 'An application for several directories accepts no mapped claims.',
      setting: 'error',
      sources: ['graph-manifest', 'old-manifest'],
      mend: 'proposed',
      messages: {
        found: {
          what: 'The application accepts mapped claims and lets other directories in.',
          why: 'An administrator of any directory could then write the claims you trust, and pass for somebody else.',
          fix: 'Set acceptMappedClaims to null, or use a signing key of your own for the mapping.',
        },
      },
    },
  },
  check({ subject: { registration }, report }) {
    const node = registration.field('mappedClaims')
    if (node?.value === true && isMultiTenant(registration)) report('app-no-mapped-claims', node)
  },
  mends: {
    'app-no-mapped-claims': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, null)
    },
  },
})
