import { randomUUID } from 'node:crypto'
import type { InputOf } from '@sevenstep/cloud-access/operations'
import {
  createPartnerCustomer,
  listAgreementTemplates,
  listPartnerCustomers,
  recordAcceptance,
} from '@sevenstep/cloud-access/operations'
import type { PurchaseClient } from './find-offer.ts'

/** A customer of the partner. */
export interface Customer {
  readonly id: string
  readonly name: string | undefined
  readonly domain: string | undefined
}

/** The first sign-in of a new customer's administrator. */
export interface FirstSignIn {
  readonly userName: string
  readonly password: string
}

/** Lists the customers whose relationship with the partner stands. */
export async function listCustomers(client: PurchaseClient, signal?: AbortSignal): Promise<readonly Customer[]> {
  const { items } = await client.call(listPartnerCustomers, {}, signal === undefined ? {} : { signal })
  return items.map(customerOf)
}

/**
 * Makes a customer. The first password of its administrator is handed to `keep` (a vault) and is in nothing that comes
 * back; Partner Center does not say it a second time. Give `requestId` again to repeat a call whose answer was lost.
 *
 * @throws CloudFailure where Partner Center refuses, and whatever `keep` throws: the customer exists then.
 */
export async function createCustomer(
  client: PurchaseClient,
  profile: InputOf<typeof createPartnerCustomer>['body'],
  keep: (signIn: FirstSignIn) => Promise<void>,
  requestId: string = randomUUID(),
): Promise<Customer> {
  const input = { headers: { 'ms-requestid': requestId }, body: profile }
  const { userCredentials, ...customer } = await client.call(createPartnerCustomer, input)
  if (userCredentials !== undefined) {
    const { userName, password } = userCredentials
    await keep({ userName, password })
  }
  return customerOf(customer)
}

/** Who accepted the customer agreement, and when. */
export interface Acceptance {
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  /** `YYYY-MM-DD`. */
  readonly date: string
}

/**
 * Records that a person of the customer accepted Microsoft's customer agreement. Only what happened may be recorded.
 *
 * @throws CloudFailure where it is recorded already, or Partner Center refuses.
 */
export async function recordAgreement(client: PurchaseClient, customer: string, acceptance: Acceptance): Promise<void> {
  const { items } = await client.call(listAgreementTemplates, {})
  const template = items.find(({ agreementType }) => agreementType === 'MicrosoftCustomerAgreement')
  if (template === undefined)
    throw new Error('Partner Center names no text of the customer agreement. Record it there by hand.')
  const { date, ...primaryContact } = acceptance
  const body = { primaryContact, templateId: template.templateId, dateAgreed: date, type: template.agreementType }
  await client.call(recordAcceptance, { path: { customer }, headers: { 'ms-requestid': randomUUID() }, body })
}

interface GivenCustomer {
  readonly id: string
  readonly companyProfile?:
    | { readonly companyName?: string | undefined; readonly domain?: string | undefined }
    | undefined
}

function customerOf({ id, companyProfile }: GivenCustomer): Customer {
  return { id, name: companyProfile?.companyName, domain: companyProfile?.domain }
}
