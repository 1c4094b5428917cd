import { randomUUID } from 'node:crypto'
import { CloudFailure } from '@sevenstep/cloud-access'
import type { InputOf } from '@sevenstep/cloud-access/operations'
import {
  createPartnerCustomer,
  getPartnerCustomer,
  getPartnerInvitation,
  listAcceptedAgreements,
  listAgreementTemplates,
  listPartnerCustomers,
  recordAcceptance,
} from '@sevenstep/cloud-access/operations'
import { readAgreement } from './preview-order.ts'
import { allItems, type PurchaseClient, withSignal } from './purchase-client.ts'
import { PurchaseFailure } from './purchase-failure.ts'
import { requestIdOf } from './request-id.ts'

/** A customer of the partner. */
export interface Customer {
  readonly id: string
  readonly name: string | undefined
  readonly domain: string | undefined
}

/** A customer with how the partner stands. */
export interface CustomerStanding {
  /** Nothing where Partner Center knows no relationship. */
  readonly customer: Customer | undefined
  /** Whether the acceptance of the customer agreement is recorded; nothing where it could not be read. */
  readonly hasAgreement: boolean | undefined
}

/** The first sign-in of a new customer's administrator. */
export interface FirstSignIn {
  readonly userName: string
  readonly password: string
}

/** Lists the customers whose relationship with the partner stands, to the last page. */
export async function listCustomers(client: PurchaseClient, signal?: AbortSignal): Promise<readonly Customer[]> {
  return (await allItems(client, listPartnerCustomers, {}, signal)).map(customerOf)
}

/** Reads how the partner stands with a customer; a customer who is none is an answer, too. */
export async function readStanding(
  client: PurchaseClient,
  customer: string,
  signal?: AbortSignal,
): Promise<CustomerStanding> {
  try {
    const found = customerOf(await client.call(getPartnerCustomer, { path: { customer } }, withSignal(signal)))
    return { customer: found, hasAgreement: await readAgreement(client, customer, signal) }
  } catch (error) {
    if (error instanceof CloudFailure && error.code === 'partner-relationship-missing')
      return { customer: undefined, hasAgreement: undefined }
    throw error
  }
}

/** The address with which a customer who has a tenant accepts the relationship. */
export async function readInvitation(client: PurchaseClient, signal?: AbortSignal): Promise<string> {
  return (await client.call(getPartnerInvitation, {}, withSignal(signal))).url
}

/**
 * Makes a customer. The first password of its administrator is handed to `keep` (a vault) and is in nothing that comes
 * back; Partner Center does not say it a second time. The id of the request is worked out from the domain unless given, so
 * that repeating a call whose answer was lost makes no second customer.
 *
 * @throws CloudFailure where Partner Center refuses, and whatever `keep` throws: the customer exists then.
 */
export async function createCustomer(
  client: PurchaseClient,
  profile: InputOf<typeof createPartnerCustomer>['body'],
  keep: (signIn: FirstSignIn) => Promise<void>,
  requestId: string = requestIdOf('customer', profile.CompanyProfile.Domain.toLowerCase()),
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
 * @returns false where an acceptance was recorded before.
 * @throws CloudFailure where Partner Center refuses.
 */
export async function recordAgreement(
  client: PurchaseClient,
  customer: string,
  acceptance: Acceptance,
  signal?: AbortSignal,
): Promise<boolean> {
  const accepted = await allItems(client, listAcceptedAgreements, { path: { customer } }, signal)
  const templates = await allItems(client, listAgreementTemplates, {}, signal)
  const template = templates.find(({ agreementType }) => agreementType === 'MicrosoftCustomerAgreement')
  if (template === undefined) {
    throw new PurchaseFailure(
      'agreement-text-missing',
      'Partner Center names no text of the customer agreement.',
      'An acceptance is recorded for a text, which it lists.',
      'Record it in Partner Center by hand.',
    )
  }
  if (accepted.some(({ templateId }) => templateId === template.templateId)) return false
  const { date, ...primaryContact } = acceptance
  const body = { primaryContact, templateId: template.templateId, dateAgreed: date, type: template.agreementType }
  const input = { path: { customer }, headers: { 'ms-requestid': randomUUID() }, body }
  await client.call(recordAcceptance, input, withSignal(signal))
  return true
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
