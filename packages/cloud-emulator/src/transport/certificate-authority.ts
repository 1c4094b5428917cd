import 'reflect-metadata'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type JsonGeneralName,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'

/** A certificate with its private key, both PEM. */
export interface KeyPairPem {
  readonly cert: string
  readonly key: string
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const day = 24 * 60 * 60 * 1000

/** How long an authority and its certificates are good; clients refuse server certificates beyond 825 days. */
export const certificateLifetime = { authority: 3650 * day, server: 800 * day }

/** Makes an authority that nobody trusts but those who are told to. */
export async function createAuthority(now: Date): Promise<KeyPairPem> {
  const keys = await generateKeys()
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: 'CN=Sevenstep cloud emulator (not Microsoft), O=Sevenstep',
      keys,
      signingAlgorithm: algorithm,
      notBefore: new Date(now.getTime() - day),
      notAfter: new Date(now.getTime() + certificateLifetime.authority),
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, crypto),
      ],
    },
    crypto,
  )
  return { cert: certificate.toString('pem'), key: await pemOf(keys.privateKey) }
}

/** Signs a server certificate for the given names; names that are IP addresses become addresses in it. */
export async function createServerCertificate(
  authority: KeyPairPem,
  names: readonly string[],
  now: Date,
): Promise<KeyPairPem> {
  const keys = await generateKeys()
  const issuer = new X509Certificate(authority.cert)
  const signingKey = await crypto.subtle.importKey('pkcs8', PemConverter.decodeFirst(authority.key), algorithm, false, [
    'sign',
  ])
  const certificate = await X509CertificateGenerator.create(
    {
      subject: `CN=${names[0]}`,
      issuer: issuer.subject,
      publicKey: keys.publicKey,
      signingKey,
      signingAlgorithm: algorithm,
      notBefore: new Date(now.getTime() - day),
      notAfter: new Date(now.getTime() + certificateLifetime.server),
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        await AuthorityKeyIdentifierExtension.create(issuer, false, crypto),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, crypto),
        new SubjectAlternativeNameExtension(
          names.map((value): JsonGeneralName => ({ type: /^[\d.]+$|:/.test(value) ? 'ip' : 'dns', value })),
        ),
      ],
    },
    crypto,
  )
  return { cert: certificate.toString('pem'), key: await pemOf(keys.privateKey) }
}

function generateKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
}

async function pemOf(key: CryptoKey): Promise<string> {
  return PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')
}
