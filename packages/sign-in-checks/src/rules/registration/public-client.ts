import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Whether the application counts as a public client exactly where it has to. */
export const publicClient = defineRuleFamily({
  id: 'public-client',
  group: 'App registration',
  rules: {
    'app-public-client-off': {
      title: 'Public client flows are off unless a device code needs them.',
      setting: 'warning',
      sources: ['graph-manifest', 'old-manifest'],
      mend: 'proposed',
      messages: {
        found: {
          what: 'Public client flows are allowed.',
          why: 'Anybody who knows the application id can then ask for tokens without proving to be your application.',
          fix: 'Switch them off, or say that the application signs in with a device code.',
        },
      },
    },
    'app-public-client-for-device-code': {
      title: 'Public client flows are on where a device code is used.',
      setting: 'error',
      sources: ['public-code', 'graph-manifest'],
      mend: 'proposed',
      messages: {
        found: {
          what: 'The application signs in with a device code, but public client flows are off.',
          why: 'Every such sign-in ends with invalid_client (AADSTS7000218).',
          fix: 'Allow public client flows in a registration of its own for devices and command lines.',
        },
      },
    },
    'app-public-client-boolean': {
      title: 'The setting for public client flows is true, false or null.',
      setting: 'error',
      sources: ['graph-manifest'],
      mend: 'automatic',
      mendByMessage: { other: 'none' },
      messages: {
        found: {
          what: 'The setting for public client flows is the text "{found}".',
          why: 'Microsoft Graph refuses a text where true or false belongs; Microsoft’s own samples have this slip.',
          fix: 'Write {found} without quotes.',
        },
        other: {
          what: 'The setting for public client flows is neither true nor false.',
          why: 'Microsoft Graph refuses the manifest.',
          fix: 'Write true or false.',
        },
      },
    },
  },
  check({ subject: { registration, capabilities }, report }) {
    const node = registration.field('publicClient')
    // The early format calls the setting as today's calls the platform, which is an object.
    if (node?.kind === 'object') return
    if (node !== undefined && node.kind !== 'boolean') {
      const isWord = node.value === 'true' || node.value === 'false'
      report('app-public-client-boolean', node, {
        message: isWord ? 'found' : 'other',
        data: { found: String(node.value) },
      })
      return
    }
    const isOn = node?.value === true
    const needsIt = capabilities?.has('device-code') === true
    if (isOn && !needsIt && node !== undefined) report('app-public-client-off', node)
    if (!isOn && needsIt) report('app-public-client-for-device-code', node ?? registration.root)
  },
  mends: {
    'app-public-client-off': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, false)
    },
    'app-public-client-for-device-code': ({ node, subject: { registration }, edit }) => {
      const keys = {
        'microsoft-graph': 'isFallbackPublicClient',
        'azure-ad-graph': 'allowPublicClient',
        'azure-ad-graph-early': 'publicClient',
      }
      if (node?.parent !== undefined) edit.set(node, true)
      else edit.insert(registration.root, keys[registration.format], true)
    },
    'app-public-client-boolean': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, node.value === 'true')
    },
  },
})
