import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { annotationStatus } from './annotation-status.ts'

const operation = (annotation: object, extra: object = {}) => ({
  definition: { paths: { '/cars': { get: { ...extra, 'x-ms-api-annotation': annotation } } } },
})
const connector = (status: string, extra: object) => ({
  definition: { info: { title: 'Fleet', 'x-ms-api-annotation': { status } }, ...extra },
})
const at = '/paths/~1cars/get/x-ms-api-annotation'
const replacement = { api: 'fleet', operationId: 'ListCars_V2' }

testRuleFamily(annotationStatus, import.meta.url, {
  passes: [
    { name: 'a known status', given: operation({ status: 'Preview' }) },
    {
      name: 'a preview in production',
      given: {
        definition: { ...connector('Production', {}).definition, ...operation({ status: 'Preview' }).definition },
      },
    },
    { name: 'a host that only sounds like it', given: connector('Production', { host: 'alphabet.example' }) },
    { name: 'a preview on a beta service', given: connector('Preview', { host: 'beta.fleetdesk.example' }) },
    { name: 'a deprecated operation with a replacement', given: operation({ replacement }, { deprecated: true }) },
  ],
  fails: [
    {
      name: 'a status in lower case',
      given: operation({ status: 'production' }),
      finds: [{ rule: 'annotation-status-value', at: `${at}/status` }],
      mended: operation({ status: 'Production' }),
    },
    {
      name: 'an unknown status of the connector',
      given: connector('Beta', {}),
      finds: [{ rule: 'annotation-status-value', at: '/info/x-ms-api-annotation/status' }],
    },
    {
      name: 'an operation ahead of its connector',
      given: connector('Preview', operation({ status: 'Production' }).definition),
      finds: [{ rule: 'annotation-status-ahead', at: `${at}/status` }],
      mended: connector('Preview', operation({ status: 'Preview' }).definition),
    },
    {
      name: 'a beta service',
      given: connector('Production', { host: 'api.fleetdesk.example', basePath: '/v2-beta' }),
      finds: [{ rule: 'annotation-beta-service', at: '/basePath' }],
    },
    {
      name: 'a replacement of an operation in use',
      given: operation({ replacement }),
      finds: [{ rule: 'annotation-replacement', at: `${at}/replacement` }],
    },
    {
      name: 'a replacement without its names',
      given: operation({ replacement: {} }, { deprecated: true }),
      finds: [
        { rule: 'annotation-replacement', at: `${at}/replacement` },
        { rule: 'annotation-replacement', at: `${at}/replacement` },
      ],
    },
  ],
})
