/** How `redirectMode` may be written. The published schema lacks GlobalPerConnector, which accepted connectors use. */
export const redirectModes: readonly string[] = ['Global', 'GlobalPerConnector', 'Direct']

/**
 * Identity providers in lower case: the general ones, and those of single services that the platform offers or that
 * accepted connectors use. Low confidence in its completeness: Microsoft publishes no full list.
 */
export const identityProviders: ReadonlySet<string> = new Set([
  'oauth2',
  'oauth2generic',
  'aad',
  'aadcertificate',
  'box',
  'docusign',
  'dropbox',
  'dynamicscrmonline',
  'facebook',
  'github',
  'google',
  'googlemerge',
  'instagram',
  'linkedin',
  'live',
  'onedrive',
  'salesforce',
  'slack',
  'spotify',
  'trello',
  'twitter',
  'yammer',
  'youtube',
])
