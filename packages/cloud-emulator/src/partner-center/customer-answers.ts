import { randomUUID } from 'node:crypto'
import {
  createPartnerCustomer,
  getPartnerCustomer,
  getPartnerInvitation,
  listAcceptedAgreements,
  listAgreementTemplates,
  listPartnerCustomers,
  recordAcceptance,
} from '@sevenstep/cloud-access/operations'
import { answerOperation, type EmulatedOperation } from '../operation/emulated-operation.ts'
import { plantSeed } from '../seed/plant-seed.ts'
import type { TenantState } from '../state/emulator-state.ts'
import { guardTenant } from '../state/guard-records.ts'
import { customerOf, listAnswer, once, partnerOf, refusal } from './partner-call.ts'
import { customerAgreement } from './state.ts'

/** Customers and what they agreed to. */
export const customerAnswers: readonly EmulatedOperation[] = [
  answerOperation(listPartnerCustomers, (call) => {
    const { customers } = partnerOf(call)
    const found = customers.flatMap((id) => call.state.tenants[id] ?? [])
    return listAnswer(call, found, presentCustomer)
  }),
  answerOperation(getPartnerCustomer, (call) => {
    const { customer } = customerOf(call, call.input.path.customer)
    return { status: 200, body: presentCustomer(customer) }
  }),
  answerOperation(
    createPartnerCustomer,
    (call) =>
      once(
        call,
        () => {
          const partner = partnerOf(call)
          const { CompanyProfile: company, BillingProfile: billing } = call.input.body
          const domain = company.Domain.toLowerCase()
          if (Object.values(call.state.tenants).some((tenant) => tenant.domain === domain))
            throw refusal(400, 3000, `The domain '${domain}' is taken.`)
          const id = randomUUID()
          const password = `not-a-secret-${randomUUID()}`
          const userName = `admin@${domain}`
          const administrator = { name: 'Administrator', userName, password, roles: ['Global Administrator'] }
          const made = {
            id,
            name: billing.CompanyName,
            domain,
            country: billing.DefaultAddress.Country,
            accounts: [administrator],
          }
          const tenant = plantSeed({ tenants: [made] }, call.clock.now()).tenants[id]
          if (tenant === undefined) throw refusal(500, 500, 'The tenant could not be made.')
          call.state.tenants[id] = guardTenant(tenant)
          partner.customers.push(id)
          return { status: 201, body: { ...presentCustomer(tenant), userCredentials: { userName, password } } }
        },
        withoutPassword,
      ),
    { differences: ['A repeated request gets the customer without the password, which is not kept.'] },
  ),
  answerOperation(
    getPartnerInvitation,
    (call) => {
      partnerOf(call)
      const url = `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${call.tenant.tenantId}`
      return { status: 200, body: { url } }
    },
    { differences: ['Nobody can accept the invitation: relationships come from the seed.'] },
  ),
  answerOperation(listAgreementTemplates, (call) => {
    partnerOf(call)
    const agreementType = 'MicrosoftCustomerAgreement'
    return listAnswer(call, [
      { templateId: customerAgreement, agreementType, agreementLink: 'https://aka.ms/customeragreement' },
    ])
  }),
  answerOperation(listAcceptedAgreements, (call) => {
    const { partner, customer } = customerOf(call, call.input.path.customer)
    return listAnswer(call, partner.agreements[customer.tenantId] ?? [])
  }),
  answerOperation(recordAcceptance, (call) =>
    once(call, () => {
      const { partner, customer } = customerOf(call, call.input.path.customer)
      const recorded = partner.agreements[customer.tenantId] ?? []
      const { templateId, dateAgreed, type, primaryContact } = call.input.body
      if (recorded.some((each) => each.templateId === templateId))
        throw refusal(409, 600061, 'The acceptance of this agreement is recorded already.')
      const { firstName, lastName, email } = primaryContact
      const acceptance = { templateId, dateAgreed, type, primaryContact: { firstName, lastName, email } }
      partner.agreements[customer.tenantId] = [...recorded, acceptance]
      return { status: 201, body: acceptance }
    }),
  ),
]

function presentCustomer({ tenantId, name, domain }: TenantState) {
  return {
    id: tenantId,
    companyProfile: { tenantId, domain, companyName: name },
    relationshipToPartner: 'reseller',
  }
}

function withoutPassword(body: unknown): unknown {
  const { userCredentials: _, ...rest } = Object(body)
  return rest
}
