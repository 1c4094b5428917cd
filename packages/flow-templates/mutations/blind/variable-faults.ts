import type { BlindFault, Ground } from './blind-fault.ts'
import { createdBy, createdByFlow, fault } from './solution-faults.ts'

const archived: Ground = '648d5deb-mail-archive-pdf.zip'
const listInfo: Ground = '16623d34-utility-flow-get-sharepoint-info-from-environment-variables.zip'
const archivedFlow = 'Workflows/AutomatedPDFArchivingforEmailsandAttachments-D9DD717E-72BB-B645-7C1F-7BBD486627D4.json'

/** Damage to environment variables and to files of real solutions. */
export const variableFaults: readonly BlindFault[] = [
  fault(
    archived,
    'a flow uses an environment variable that the solution does not define',
    'rejection',
    'microsoft/coe-starter-kit#5033: an environment variable without value keeps a flow off',
    [{ entry: 'environmentvariabledefinitions/pnp_EmailSubject/environmentvariabledefinition.xml', renamed: null }],
    ['', '/metadata', '/metadata/schemaName'].map((rest) => ({
      entry: archivedFlow,
      pointer: `/properties/definition/parameters/Email Subject (pnp_EmailSubject)${rest}`,
    })),
    'warning',
    /pnp_EmailSubject/,
  ),
  fault(
    listInfo,
    'the value of an environment variable is packaged, with the maker’s site',
    'rejection',
    'microsoft/powerplatform-build-tools#689: packaged current values override the customer’s',
    [
      {
        entry: 'environmentvariabledefinitions/kk_v_SiteUrl/environmentvariablevalues.json',
        added:
          '{"environmentvariablevalues":{"environmentvariablevalue":{"@environmentvariablevalueid":"11111111-2222-4333-8444-555555555555","iscustomizable":"1","value":"https://fabrikamdesk.sharepoint.com/sites/Helpdesk"}}}',
      },
    ],
    [
      '',
      '/environmentvariablevalues',
      '/environmentvariablevalues/environmentvariablevalue',
      '/environmentvariablevalues/environmentvariablevalue/value',
    ].map((pointer) => ({
      entry: 'environmentvariabledefinitions/kk_v_SiteUrl/environmentvariablevalues.json',
      pointer,
    })),
    'warning',
    /value|site/i,
  ),
  fault(
    archived,
    'the default value of an environment variable is a person’s mail address',
    'rejection',
    'review of templates: no personal data',
    [
      {
        entry: 'environmentvariabledefinitions/pnp_EmailSubject/environmentvariabledefinition.xml',
        replace: '<defaultvalue>Email Archival Test</defaultvalue>',
        by: '<defaultvalue>anna.devries@fabrikam-desk.com</defaultvalue>',
      },
    ],
    [
      {
        entry: 'environmentvariabledefinitions/pnp_EmailSubject/environmentvariabledefinition.xml',
        text: '<defaultvalue>',
      },
      { entry: 'environmentvariabledefinitions/pnp_EmailSubject/environmentvariabledefinition.xml', text: 'anna.' },
    ],
    'error',
    /mail/i,
  ),
  fault(
    archived,
    'the definition of an environment variable breaks off',
    'rejection',
    'solutions edited by hand that no longer import',
    [
      {
        entry: 'environmentvariabledefinitions/pnp_EmailSubject/environmentvariabledefinition.xml',
        replace: '</environmentvariabledefinition>',
        by: '',
      },
    ],
    [{ entry: 'environmentvariabledefinitions/pnp_EmailSubject/environmentvariabledefinition.xml' }],
    'error',
    /XML|closed|end/i,
  ),
  fault(
    createdBy,
    'the file of the flow breaks off',
    'rejection',
    'packages broken on their way (OfficeDev/microsoft-teams-apps-attendance#22)',
    [{ entry: createdByFlow, replace: '"schemaVersion"', by: '"schemaVersion' }],
    [{ entry: createdByFlow }, { entry: createdByFlow, text: '"schemaVersion' }],
    'error',
    /JSON|string|quote/i,
  ),
]
