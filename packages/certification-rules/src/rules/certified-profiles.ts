/** Profiles of connectors that are handed in for certification: their texts are reviewed and shown in the gallery. */
export const certifiedProfiles = ['verified-publisher', 'independent-publisher'] as const
