/** AppSource's categories, each with its subcategories. Names as Partner Center shows them (seen July 2022). */
export const categories: Readonly<Record<string, readonly string[]>> = {
  'AI + Machine Learning': ['AI for Business', 'Bot Apps'],
  Analytics: ['Advanced Analytics', 'Dashboard & Data Visualization'],
  Collaboration: [
    'Chat',
    'Contact Management',
    'Meeting & Calendar Management',
    'Site Design & Management',
    'Voice & Video Conferencing',
  ],
  Commerce: [],
  'Compliance & Legal': [],
  'Customer Service': [],
  Finance: [],
  Geolocation: [],
  'Human Resources': [],
  'Internet of Things': [],
  'IT & Management Tools': ['Business Applications', 'Management Solutions'],
  Marketing: [],
  'Operations & Supply Chain': [],
  Productivity: [
    'Blogs',
    'Content Creation & Management',
    'Document & File Management',
    'Email Management',
    'Gamification',
    'Language & Translation',
    'Search & Reference',
    'Workflow Automation',
  ],
  'Project Management': [],
  Sales: ['Business Data Management', 'CPQ', 'Contract Management', 'CRM', 'Sales Enablement', 'Telesales'],
}

/**
 * Categories whose subcategories we know to the last one; of the others only that they exist, so that a subcategory of
 * theirs is not called unknown.
 */
export const listedCategories: ReadonlySet<string> = new Set(
  Object.entries(categories)
    .filter(([, names]) => names.length > 0)
    .map(([name]) => name),
)

/** AppSource's industries, each with its verticals (seen July 2022). */
export const industries: Readonly<Record<string, readonly string[]>> = {
  Automotive: [],
  Agriculture: ['Other'],
  Distribution: ['Wholesale', 'Parcel & Package Shipping'],
  Education: ['Higher Education', 'Primary & Secondary Education/K-12', 'Libraries & Museums'],
  'Financial Services': ['Banking & Capital Markets', 'Insurance'],
  Government: ['Defense & Intelligence', 'Public Safety & Justice', 'Civilian Government'],
  Healthcare: ['Healthcare Payor', 'Healthcare Provider', 'Pharmaceuticals'],
  'Manufacturing & Resources': ['Chemical & Agrochemical', 'Discrete Manufacturing', 'Energy'],
  'Retail & Consumer Goods': ['Consumer Goods', 'Retailers'],
  'Media & Communications': ['Media & Entertainment', 'Telecommunications'],
  'Professional Services': ['Legal', 'Partner Professional Services'],
  'Architecture & Construction': [],
  'Hospitality & Travel': ['Hotels & Leisure', 'Travel & Transportation', 'Restaurants & Food Services'],
  'Other Public Sector Industries': ['Forestry & Fishing', 'Nonprofits'],
  'Real Estate': [],
}

/** The products an offer on Dataverse can apply to. */
export const applicableProducts: readonly string[] = [
  'Customer Service',
  'Customer Voice',
  'Project Operations',
  'Field Service',
  'Marketing',
  'Mixed Reality',
  'Power Apps',
  'Power Automate',
  'Power Virtual Agents',
  'Project Service Automation',
  'Sales',
]
