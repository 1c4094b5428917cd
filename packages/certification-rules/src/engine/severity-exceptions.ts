/**
 * Requirements that stay errors although more than 1 % of recent accepted connectors break them or nobody has
 * measured them, each with its reason: invalid input, a secret, or a check of Microsoft's that is known to block.
 */
export const exceptions: Readonly<Record<string, string>> = {
  'file-json-valid': 'invalid input: strict readers, Microsoft’s command line tools among them, refuse the file',
  'file-json-no-comments': 'invalid input: JSON has no comments and strict readers refuse them',
  'op-responses-required': 'invalid input: OpenAPI 2.0 demands at least one response',
  'auth-secret-securestring': 'a secret: it would be stored and shown as plain text',
  'auth-oauth-no-client-secret': 'a secret in a file that is handed on',
  'package-root-layout': 'Microsoft’s package script is known to block it',
  'package-inner-folder': 'Microsoft’s package script is known to block it',
  'package-solution-count': 'Microsoft’s package script is known to block it',
  'package-solution-files': 'Microsoft’s package script is known to block it',
  'package-connector-solution': 'Microsoft’s package script is known to block it',
  'package-flow-solution': 'Microsoft’s package script is known to block it',
  'package-plugin-solution': 'Microsoft’s package script is known to block it',
}
