import type { Role } from '../domain/roles.ts'
import type { DemoAccount, DemoTenant } from '../sign-in/demo/start-demo-sign-in.ts'

/** Somebody of the demo and what they may do; `isv` names one of the demo's vendors. */
export interface DemoPerson extends DemoAccount {
  readonly holds: { readonly role: Role; readonly isv?: string }
}

const programmeTenant = '8f0a3b52-6c1f-4f0e-9d55-0f2f3f0a0001'
const contosoTenant = '8f0a3b52-6c1f-4f0e-9d55-0f2f3f0a0002'
const prosewareTenant = '8f0a3b52-6c1f-4f0e-9d55-0f2f3f0a0003'

/** The organisations of the demo. */
export const demoTenants: readonly DemoTenant[] = [
  { tenantId: programmeTenant, name: 'Northwind Partner Programme', domain: 'partners.northwind.example' },
  { tenantId: contosoTenant, name: 'Contoso Fleet', domain: 'contoso-fleet.example' },
  { tenantId: prosewareTenant, name: 'Proseware HR', domain: 'proseware-hr.example' },
]

/** Everybody one can be in the demo, in the order of the sign-in page. */
export const demoPeople: readonly DemoPerson[] = [
  {
    objectId: '2f1d7c10-0000-4000-8000-000000000001',
    tenantId: contosoTenant,
    name: 'Anna de Vries',
    username: 'anna@contoso-fleet.example',
    role: { en: 'ISV admin, Contoso Fleet', nl: 'ISV-beheerder, Contoso Fleet' },
    detail: {
      en: 'Answers the goals, proves items, asks for reviews.',
      nl: 'Beantwoordt de doelen, bewijst punten, vraagt beoordelingen aan.',
    },
    holds: { role: 'isv-admin', isv: 'Contoso Fleet' },
  },
  {
    objectId: '2f1d7c10-0000-4000-8000-000000000002',
    tenantId: contosoTenant,
    name: 'Bram Jansen',
    username: 'bram@contoso-fleet.example',
    role: { en: 'ISV member, Contoso Fleet', nl: 'ISV-lid, Contoso Fleet' },
    detail: { en: 'Adds evidence and runs checks.', nl: 'Voegt bewijs toe en voert controles uit.' },
    holds: { role: 'isv-member', isv: 'Contoso Fleet' },
  },
  {
    objectId: '2f1d7c10-0000-4000-8000-000000000003',
    tenantId: prosewareTenant,
    name: 'Carla Mendes',
    username: 'carla@proseware-hr.example',
    role: { en: 'ISV admin, Proseware HR', nl: 'ISV-beheerder, Proseware HR' },
    detail: { en: 'Another vendor: sees nothing of Contoso.', nl: 'Een andere leverancier: ziet niets van Contoso.' },
    holds: { role: 'isv-admin', isv: 'Proseware HR' },
  },
  {
    objectId: '2f1d7c10-0000-4000-8000-000000000004',
    tenantId: programmeTenant,
    name: 'Daan Bakker',
    username: 'daan@partners.northwind.example',
    role: { en: 'Partner manager', nl: 'Partnermanager' },
    detail: { en: 'Looks after every vendor of the programme.', nl: 'Begeleidt elke leverancier van het programma.' },
    holds: { role: 'partner-manager' },
  },
  {
    objectId: '2f1d7c10-0000-4000-8000-000000000005',
    tenantId: programmeTenant,
    name: 'Eva Lindqvist',
    username: 'eva@partners.northwind.example',
    role: { en: 'Reviewer', nl: 'Beoordelaar' },
    detail: { en: 'Decides what vendors submit.', nl: 'Beslist over wat leveranciers indienen.' },
    holds: { role: 'reviewer' },
  },
  {
    objectId: '2f1d7c10-0000-4000-8000-000000000006',
    tenantId: programmeTenant,
    name: 'Femi Adeyemi',
    username: 'femi@partners.northwind.example',
    role: { en: 'Second reviewer', nl: 'Tweede beoordelaar' },
    detail: { en: 'For four eyes.', nl: 'Voor vier ogen.' },
    holds: { role: 'reviewer' },
  },
  {
    objectId: '2f1d7c10-0000-4000-8000-000000000007',
    tenantId: programmeTenant,
    name: 'Grace Okafor',
    username: 'grace@partners.northwind.example',
    role: { en: 'Auditor', nl: 'Auditor' },
    detail: { en: 'Reads everything, changes nothing.', nl: 'Leest alles, wijzigt niets.' },
    holds: { role: 'auditor' },
  },
  {
    objectId: '2f1d7c10-0000-4000-8000-000000000008',
    tenantId: programmeTenant,
    name: 'Hugo Smit',
    username: 'hugo@partners.northwind.example',
    role: { en: 'Administrator', nl: 'Beheerder' },
    detail: { en: 'Invites people; judges nobody.', nl: 'Nodigt mensen uit; beoordeelt niemand.' },
    holds: { role: 'admin' },
  },
]

/** The same people as the emulated identity platform lists them. */
export const demoAccounts: readonly DemoAccount[] = demoPeople.map(({ holds: _, ...account }) => account)
