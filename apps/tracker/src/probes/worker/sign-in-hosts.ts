/** Hosts at which people sign in, and everything below a name that begins with a dot. */
const microsoft = [
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.chinacloudapi.cn',
  'login.partner.microsoftonline.cn',
  'login.windows.net',
  'login.live.com',
  '.b2clogin.com',
  '.ciamlogin.com',
]
const others = ['accounts.google.com', 'appleid.apple.com', '.okta.com', '.auth0.com', '.onelogin.com']

/** Whose page to sign in a host serves; undefined where it is none that is known. */
export function isSignInHost(host: string): 'microsoft' | 'other' | undefined {
  const is = (known: string): boolean => (known.startsWith('.') ? host.endsWith(known) : host === known)
  if (microsoft.some(is)) return 'microsoft'
  return others.some(is) ? 'other' : undefined
}
