const longest = 2_000

/** Each secret form with what is kept of it. */
const secrets: readonly (readonly [RegExp, string])[] = [
  // Signatures of signed addresses, also inside escaped JSON.
  [
    /([?&;]|\bu0026)(sig|signature|code|client_secret|access_token|id_token|refresh_token|assertion)=[^&\s"'\\<>]+/gi,
    '$1$2=…',
  ],
  [/\beyJ[\w+/=-]{4,}\.[\w.+/=-]{8,}/g, '…token…'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, '$1 …'],
  [
    /((?:\\*"|\b)(?:client_?secret|password|access_?token|refresh_?token|id_?token|api_?key|shared_?access_?signature|assertion|device_code)\\*"?\s*[:=]\s*\\*"?)[^\s"'\\,}&]+/gi,
    '$1…',
  ],
]

/** A text of a service without tokens, signatures and secrets, cut to a length that can be shown. */
export function withoutSecrets(text: string): string {
  let clean = text.length > longest * 4 ? text.slice(0, longest * 4) : text
  for (const [form, kept] of secrets) clean = clean.replace(form, kept)
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean
}
