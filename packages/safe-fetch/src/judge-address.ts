import ipaddr from 'ipaddr.js'

/** Whether an IP address may be spoken to. */
export type AddressJudgement = { readonly allowed: true } | { readonly allowed: false; readonly range: string }

/** How the ranges of addresses that are not public are called to a reader. */
const rangeNames: Readonly<Record<string, string>> = {
  loopback: 'the machine itself',
  private: 'inside a private network',
  uniqueLocal: 'inside a private network',
  linkLocal: 'on the local link, where clouds keep their secrets',
  carrierGradeNat: 'inside a provider’s network',
  unspecified: 'no address of any machine',
  broadcast: 'a broadcast address',
  multicast: 'a multicast address',
}

/**
 * Addresses that look public and are answered by the machine's own cloud: Azure's channel to its virtual machines, which hands
 * out their configuration. https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
 */
const ofTheCloud: ReadonlySet<string> = new Set(['168.63.129.16'])

/** What may be given to machines on the public internet so far. */
const globalUnicast = ipaddr.parseCIDR('2000::/3')

/**
 * Judges one resolved IP address: only public ones are allowed, and those in networks that were permitted by name. An
 * address that carries another inside it (IPv4 within IPv6, whichever way) is judged by the inner one too.
 *
 * @param address IPv4 or IPv6 in text form, as a resolver gives it
 * @param permittedNetworks in CIDR notation; one that cannot be read permits nothing
 */
export function judgeAddress(address: string, permittedNetworks: readonly string[] = []): AddressJudgement {
  if (!ipaddr.isValid(address)) return { allowed: false, range: 'no IP address' }
  const parsed = ipaddr.process(address)
  if (permittedNetworks.some((network) => isWithin(parsed, network))) return { allowed: true }
  if (ofTheCloud.has(parsed.toString())) return { allowed: false, range: rangeNames.linkLocal ?? 'reserved' }
  const range = parsed.range()
  if (range !== 'unicast') return { allowed: false, range: rangeNames[range] ?? 'reserved' }
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(globalUnicast)) return { allowed: false, range: 'reserved' }
  return { allowed: true }
}

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, network: string): boolean {
  if (!ipaddr.isValidCIDR(network)) return false
  const range = ipaddr.parseCIDR(network)
  return address.kind() === range[0].kind() && address.match(range)
}
