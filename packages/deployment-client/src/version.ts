/** Version of the rules about deployments, for reports. */
export const packageVersion = '0.1.0'
