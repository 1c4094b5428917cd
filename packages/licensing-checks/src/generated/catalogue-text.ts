// Made by tools/generate.ts from data/flow-skus.tsv.
/** The catalogue of licences, as `readCatalogue` reads it. */
export const catalogueText: string = `# The licences that bring Power Automate, and their service plans. Tabs between fields.
# Identifiers and names are Microsoft’s; the class and the cloud of a licence are our own labels.
version	2026-07
source	m	Microsoft: Product names and service plan identifiers for licensing (CSV)	2026-01	https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference
source	c	The same table as the CIPP project keeps it (ConversionTable.csv)	2026-07	https://github.com/KelvinTegelaar/CIPP-API
plan	7e017b61-a6e0-4bdc-861a-932846591f6e	FLOW_BUSINESS_PROCESS	Flow per business process plan	flow
plan	cb83e771-a077-4a73-9201-d955585b29fa	FLOW_BUSINESS_PROCESS_GCC	Power Automate per Business Process Plan for Government	flow
plan	5d798708-6473-48ad-9776-3acc301c40af	FLOW_CCI_BOTS	Flow for CCI Bots	flow
plan	68bf3da4-4e1a-4e13-a1cc-2bc6986b4d88	FLOW_Copilot_for_Finance_Trial	Power Automate for Copilot for Finance Trial	flow
plan	0368fc9c-3721-437f-8b7d-3d0f888cdefc	FLOW_CUSTOMER_SERVICE_PRO	Power Automate for Customer Service Pro	flow
plan	c7ce3f26-564d-4d3a-878d-d8ab868c85fe	FLOW_DEV_VIRAL	Flow for Developer	flow
plan	7e6d7d78-73de-46ba-83b1-6d25117334ba	FLOW_DYN_APPS	Power Automate for Dynamics 365	flow
plan	2c6af4f1-e7b6-4d59-bbc8-eaa884f42d69	FLOW_DYN_APPS_GOV	Power Automate for Dynamics 365 for Government	flow
plan	b650d915-9886-424b-a08d-633cede56f57	FLOW_DYN_P2	FLOW FOR DYNAMICS 36	flow
plan	06879193-37cc-4976-8991-f8165c994ce7	FLOW_DYN_P2_GOV	Power Automate P2 for Dynamics 365 for Government	flow
plan	1ec58c70-f69c-486a-8109-4b87ce86e449	FLOW_DYN_TEAM	Power Automate for Dynamics 365	flow
plan	47bdde6a-959f-4c7f-8d59-3243e34f1cb3	FLOW_DYN_TEAM_GOV	Power Automate for Dynamics 365 Team Members for Government	flow
plan	9e6d1620-dce9-4655-8933-af8fa5bccc9c	FLOW_FOR_IOM_USL	Data Integration for IOM with Power Automate USL	flow
plan	fa200448-008c-4acb-abd4-ea106ed2199d	FLOW_FOR_PROJECT	Power Automate for Project	flow
plan	7251de8f-ecfb-481e-bcff-4af4f1a4573c	FLOW_FOR_PROJECT_GCC	Data integration for Project with Power Automate for GCC	flow
plan	16687e20-06f9-4577-9cc0-34a2704260fc	FLOW_FOR_PROJECT_GOV	Data integration for Project with Power Automate for GCC	flow
plan	57a0746c-87b8-4405-9397-df365a9db793	FLOW_FORMS_PRO	Power Automate for Dynamics 365 Customer Voice	flow
plan	0f9b09cb-62d1-4ff4-9129-43f4996f83f4	FLOW_O365_P1	FLOW FOR OFFICE 365	flow
plan	e923bad8-588e-44d5-acd0-b226daa7b4de	FLOW_O365_P1_GCCHIGH	Power Automate for Office 365 for GCCHigh	flow
plan	ad6c8870-6356-474c-901c-64d7da8cea48	FLOW_O365_P1_GOV	Power Automate for Office 365 for Government	flow
plan	76846ad7-7776-4c40-a281-a386362dd1b9	FLOW_O365_P2	FLOW FOR OFFICE 365	flow
plan	c537f360-6a00-4ace-a7f5-9128d0ac1e4b	FLOW_O365_P2_GOV	Power Automate for Office 365 for Government	flow
plan	07699545-9485-468e-95b6-2fca3738be01	FLOW_O365_P3	Power Automate for Office 365	flow
plan	ee939cf0-7cd1-4262-9f72-9eaa45dbba69	FLOW_O365_P3_GCCHIGH	Power Automate for Office 365 for GCCHigh	flow
plan	8055d84a-c172-42eb-b997-6c2ae4628246	FLOW_O365_P3_GOV	Power Automate for Office 365 for Government	flow
plan	bd91b1a4-9f94-4ecf-b45b-3a65e5c8128a	FLOW_O365_S1	Power Automate for Office 365 F3	flow
plan	1db85bca-cd60-4bf5-ae54-641e0778a532	FLOW_O365_S1_GCCHIGH	Power Automate for Office 365 F3 for GCCHigh	flow
plan	5d32692e-5b24-4a59-a77e-b2a8650e25c1	FLOW_O365_S1_GOV	Power Automate for Office 365 F3 for Government	flow
plan	774da41c-a8b3-47c1-8322-b9c1ab68be9f	FLOW_P1_GOV	Power Automate (Plan 1) for Government	flow
plan	56be9436-e4b2-446c-bb7f-cc15d16cca4d	FLOW_P2	Power Automate (Plan 2)	flow
plan	50e68c76-46c6-4674-81f9-75456511b170	FLOW_P2_VIRAL	FLOW FREE	flow
plan	d20bfa21-e9ae-43fc-93c2-20783f0840c3	FLOW_P2_VIRAL_REAL	Flow P2 Viral	flow
plan	c539fa36-a64e-479a-82e1-e40ff2aa83ee	Flow_Per_APP	Power Automate for Power Apps per App Plan	flow
plan	8e2c2c3d-07f6-4da7-86a9-e78cc8c2c8b9	Flow_Per_APP_GCC	Power Automate for Power Apps per App Plan for Government	flow
plan	dd14867e-8d31-4779-a595-304405f5ad39	Flow_Per_APP_IWTRIAL	Flow per app baseline access	flow
plan	c5002c70-f725-4367-b409-f0eff4fee6c0	FLOW_PER_USER	Flow per user plan	flow
plan	769b8bee-2779-4c5a-9456-6f4f8629fd41	FLOW_PER_USER_GCC	Power Automate per User Plan for Government	flow
plan	dc789ed8-0170-4b65-a415-eb77d5bb350a	Flow_PowerApps_PerUser	Power Automate for Power Apps per User Plan	flow
plan	8e3eb3bd-bc99-4221-81b8-8b8bc882e128	Flow_PowerApps_PerUser_GCC	Power Automate for Power Apps per User Plan for GCC	flow
plan	e62ffe5b-7612-441f-a72d-c11cf456d33a	FLOW_SALES_PRO_GOV	Power Automate for Sales Pro for Government	flow
plan	4b81a949-69a1-4409-ad34-9791a6ec88aa	FLOW_VIRTUAL_AGENT_BASE	Power Automate for Virtual Agent	flow
plan	f9f6db16-ace6-4838-b11c-892ee75e810a	FLOW_Virtual_Agent_Base_Gov	Power Automate for Virtual Agent for GCC	flow
plan	225e52e5-7bbf-4793-8fb1-4307a7a1ae8e	FLOW_Virtual_Agent_Base_Gov_High	Flow for Virtual Agent for GCC High	flow
plan	4b9ec373-ed29-4192-8a47-c9ab9048b079	FLOW_VIRTUAL_AGENT_BASE_MESSAGES	FLOW_VIRTUAL_AGENT_BASE_MESSAGES	flow
plan	82f141c9-2e87-4f43-8cb2-12d2701dc6b3	FLOW_VIRTUAL_AGENT_USL	Power Automate for Virtual Agent	flow
plan	0b939472-1861-45f1-ab6d-208f359c05cd	Flow_Virtual_Agent_Usl_Gov	Flow for Virtual Agent for GCC	flow
plan	aaae1744-dc7a-4811-9dd0-2bf926ff9d80	Flow_Virtual_Agent_Usl_Gov_High	Flow for Virtual Agent for GCC High	flow
plan	0c1c2af2-6c51-43c7-9c55-fa487ac147ff	Microsoft_Copilot_for_Sales_PowerAutomate	Microsoft Copilot for Sales with Power Automate	flow
plan	a933a62f-c3fb-48e5-a0b7-ac92b94b4420	Microsoft_Viva_Sales_PowerAutomate	Microsoft Sales Copilot Premium with Power Automate	flow
plan	375cd0ad-c407-49fd-866a-0bff4f8a9a4d	POWER_AUTOMATE_ATTENDED_RPA	Power Automate RPA Attended	flow
plan	fb613c67-1a58-4645-a8df-21e95a37d433	POWER_AUTOMATE_ATTENDED_RPA_GCC	Power Automate Attended RPA for Government	flow
plan	81d4ecb8-0481-42fb-8868-51536c5aceeb	POWER_AUTOMATE_DYN365_VIRAL_TRIAL	Power Automate for Dynamics 365 vTrial	flow
plan	26fa8a18-2812-4b3d-96b4-864818ce26be	POWER_AUTOMATE_DYN365_VIRAL_TRIAL_MIXED_REALITY	Power Automate for Dynamics 365 Mixed Reality	flow
plan	ccbe468e-7973-442c-8ec4-5fbe16438711	POWER_AUTOMATE_FOR_MCS_USL	Power Automate for Cloud for Sustainability USL	flow
plan	1c22bb50-96fb-49e5-baa6-195cab19eee2	POWER_AUTOMATE_FOR_MCS_USL_PLUS	Power Automate for Cloud for Sustainability USL Plus	flow
plan	00283e6b-2bd8-440f-a2d5-87358e4c89a1	Power_Automate_For_Project_P1	Power Automate for Project P1	flow
plan	0d373a98-a27a-426f-8993-f9a425ae99c5	POWER_AUTOMATE_UNATTENDED_RPA	Power Automate Unattended RPA add-on	flow
plan	45e63e9f-6dd9-41fd-bd41-93bfa008c537	POWER_AUTOMATE_UNATTENDED_RPA_GCC	Power Automate Unattended RPA for Government	flow
plan	2d589a15-b171-4e61-9b5f-31d15eeb2872	POWERAUTOMATE_DESKTOP_FOR_WIN	PAD for Windows	flow
plan	0b4346bb-8dc3-4079-9dfc-513696f56039	POWERFLOWSFREE	LOGIC FLOWS	flow
plan	ee493f70-a3b3-4204-9511-e3f6083b8df3	CDS_ POWERAPPS_PER_APP_CUSTOM_GCC	CDS Power Apps Per App Custom GCC	dataverse
plan	c2da6658-f89d-49f2-9508-40431dee115b	CDS_ POWERAPPS_PER_APP_CUSTOM_NEW	CDS Power Apps Per App Custom New	dataverse
plan	2e8dde43-6986-479d-b179-7dbe31c31f60	CDS_ POWERAPPS_PER_USER_CUSTOM	CDS Power Apps Per User Custom	dataverse
plan	3da2fd4c-1bee-4b61-a17f-94c31e5cab93	CDS_ATTENDED_RPA	Common Data Service Attended RPA	dataverse
plan	4802707d-47e1-45dc-82c5-b6981f0fb38c	CDS_ATTENDED_RPA_GCC	Common Data Service Attended RPA for Government	dataverse
plan	1c56fdd3-59ce-417a-b8bb-a97bb4e67b99	CDS_Copilot_for_Finance_Trial	Dataverse for Copilot for Finance Trial	dataverse
plan	c84e52ae-1906-4947-ac4d-6fb3e5bf7c2e	CDS_Flow_Business_Process	Common data service for Flow per business process plan	dataverse
plan	54b61386-c818-4634-8400-61c9e8f6acd3	CDS_Flow_Business_Process_GCC	Common Data Service for Power Automate per Business Process Plan for GCC	dataverse
plan	2bb89402-51e9-4c5a-be33-e954a9dd1ba6	CDS_FOR_IOM	Dataverse for IOM	dataverse
plan	e9830cfd-e65d-49dc-84fb-7d56b9aa2c89	CDS_FORM_PRO_USL	Common Data Service	dataverse
plan	90db65a7-bf11-4904-a79f-ef657605145b	CDS_O365_F1	Common Data Service for Teams	dataverse
plan	5e05331a-0aec-437e-87db-9ef5934b5771	CDS_O365_F1_GCC	Common Data Service for Teams_F1 GCC	dataverse
plan	bed136c6-b799-4462-824d-fc045d3a9d25	CDS_O365_P1	Common Data Service for Teams	dataverse
plan	959e5dec-6522-4d44-8349-132c27c3795a	CDS_O365_P1_GCC	Common Data Service for Teams_P1 GCC	dataverse
plan	95b76021-6a53-4741-ab8b-1d1f3d66a95a	CDS_O365_P2	Common Data Service for Teams	dataverse
plan	a70bbf38-cdda-470d-adb8-5804b8770f41	CDS_O365_P2_GCC	Common Data Service for Teams	dataverse
plan	afa73018-811e-46e9-988f-f75d2b1b8430	CDS_O365_P3	Common Data Service for Teams	dataverse
plan	bce5e5ca-c2fd-4d53-8ee2-58dfffed4c10	CDS_O365_P3_GCC	Common Data Service for Teams	dataverse
plan	9f2f00ad-21ae-4ceb-994b-d8bc7be90999	CDS_PER_APP	CDS PowerApps per app plan	dataverse
plan	d7f9c9bc-0a28-4da4-b5f1-731acb27a3e4	CDS_PER_APP_GCC	CDS PowerApps per app plan for GCC	dataverse
plan	94a669d1-84d5-4e54-8462-53b0ae2c8be5	CDS_PER_APP_IWTRIAL	CDS Per app baseline access	dataverse
plan	b475952f-128a-4a44-b82a-0b98a45ca7fb	CDS_UNATTENDED_RPA	Common Data Service Unattended RPA	dataverse
plan	5141c408-df3d-456a-9878-a65119b0a750	CDS_UNATTENDED_RPA_GCC	Common Data Service Unattended RPA for Government	dataverse
plan	0a0a23fa-fea1-4195-bb89-b4789cb12f7f	CDS_VIRTUAL_AGENT_BASE	Common Data Service for Virtual Agent Base	dataverse
plan	e4d0b25d-e440-4ee9-aac4-1d5a5db9f3ef	CDS_Virtual_Agent_Base_Gov	Dataverse for Virtual Agent Base for GCC	dataverse
plan	5dd1819f-0de7-487f-985b-c450a4c9cc1d	CDS_VIRTUAL_AGENT_BASE_MESSAGES	CDS_VIRTUAL_AGENT_BASE_MESSAGES	dataverse
plan	cb867b3c-7f38-4d0d-99ce-e29cd69812c8	CDS_VIRTUAL_AGENT_USL	Common Data Service	dataverse
plan	95df1203-fee7-4726-b7e1-8037a8e899eb	CDS_Virtual_Agent_Usl_GCC	Dataverse for Virtual Agent USL for GCC	dataverse
plan	bcc0702e-ba97-48d9-ae04-fa8689c53bba	CDS_Virtual_Agent_Usl_Gov	Dataverse for Virtual Agent USL for GCC	dataverse
plan	d7c3df99-6f58-40b9-8940-cd3a51679d85	DATAVERSE_FOR_POWER_AUTOMATE_PER_PROCESS	Dataverse for Power Automate Per Process	dataverse
plan	59231cdf-b40d-4534-a93e-14d0cd31d27e	DATAVERSE_FOR_POWERAUTOMATE_DESKTOP	Dataverse for PAD	dataverse
plan	6f0e9100-ff66-41ce-96fc-3d8b7ad26887	DATAVERSE_POWERAPPS_PER_APP_NEW	Dataverse for Power Apps per app	dataverse
plan	cf7034ed-348f-42eb-8bbd-dddeea43ee81	DYN365_CDS_CCI_BOTS	Common Data Service for CCI Bots	dataverse
plan	d8c638e2-9508-40e3-9877-feb87603837b	DYN365_CDS_DEV_VIRAL	Common Data Service - DEV VIRAL	dataverse
plan	2d925ad8-2479-4bd8-bb76-5b80f1d48935	DYN365_CDS_DYN_APPS	Common Data Service	dataverse
plan	e95d7060-d4d9-400a-a2bd-a244bf0b609e	DYN365_CDS_FINANCE	Common Data Service for Dynamics 365 Finance	dataverse
plan	684a2229-5c57-43ab-b69f-f86fe8997358	DYN365_CDS_FOR_PROJECT_GCC_P5	Common Data Service for Project P5 for GCC	dataverse
plan	a6f677b3-62a6-4644-93e7-2a85d240845e	DYN365_CDS_FOR_PROJECT_P1	Common Data Service for Project P1	dataverse
plan	363430d1-e3f7-43bc-b07b-767b6bb95e4b	DYN365_CDS_FORMS_PRO	Common Data Service	dataverse
plan	1315ade1-0410-450d-b8e3-8050e6da320f	DYN365_CDS_GUIDES	Common Data Service	dataverse
plan	ca6e61ec-d4f4-41eb-8b88-d96e0e14323f	DYN365_CDS_O365_F1	Common Data Service	dataverse
plan	29007dd3-36c0-4cc2-935d-f5bca2c2c473	DYN365_CDS_O365_F1_GCC	Common Data Service - O365 F1	dataverse
plan	40b010bb-0b69-4654-ac5e-ba161433f4b4	DYN365_CDS_O365_P1	Common Data Service	dataverse
plan	8eb5e9bc-783f-4425-921a-c65f45dd72c6	DYN365_CDS_O365_P1_GCC	Common Data Service - O365 P1 GCC	dataverse
plan	4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	DYN365_CDS_O365_P2	Common Data Service	dataverse
plan	06162da2-ebf9-4954-99a0-00fee96f95cc	DYN365_CDS_O365_P2_GCC	Common Data Service	dataverse
plan	28b0fa46-c39a-4188-89e2-58e979a6b014	DYN365_CDS_O365_P3	Common Data Service	dataverse
plan	a7d3fb37-b6df-4085-b509-50810d991a39	DYN365_CDS_O365_P3_GCC	Common Data Service	dataverse
plan	ce361df2-f2a5-4713-953f-4050ba09aad8	DYN365_CDS_P1_GOV	Common Data Service for Government	dataverse
plan	6ea4c1ef-c259-46df-bce2-943342cd3cb2	DYN365_CDS_P2	Common Data Service	dataverse
plan	37396c73-2203-48e6-8be1-d882dae53275	DYN365_CDS_P2_GOV	Common Data Service for Government	dataverse
plan	50554c47-71d9-49fd-bc54-42a2765c555c	DYN365_CDS_PROJECT	Common Data Service for Project	dataverse
plan	83837d9c-c21a-46a0-873e-d834c94015d6	DYN365_CDS_PROJECT_GCC	Common Data Service for Project for GCC	dataverse
plan	93cc200d-a47f-4c56-aec1-83f8b0d0425a	DYN365_CDS_RETAIL	Common Data Service for Dynamics 365 Retail	dataverse
plan	b6a8b974-2956-4e14-ae81-f0384c363528	DYN365_CDS_SUPPLYCHAINMANAGEMENT	Common Data Service for Dynamics 365 Supply Chain Management	dataverse
plan	17ab22cd-a0b3-4536-910a-cb6eb12696c0	DYN365_CDS_VIRAL	COMMON DATA SERVICE	dataverse
sku	606b54a9-78d8-4298-ad8b-df6ef4481c80	CCIBOTS_PRIVPREV_VIRAL	Power Virtual Agents Viral Trial	trial	public	5d798708-6473-48ad-9776-3acc301c40af cf7034ed-348f-42eb-8bbd-dddeea43ee81	mc
sku	906af65a-2970-46d5-9b58-4e9aa50f0657	CRMPLAN2	Microsoft Dynamics CRM Online Basic	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	mc
sku	3856cd1b-8033-458e-8d0f-9909ec6e6e6d	CRMPLAN2_GCC	Microsoft Dynamics CRM Online Basic for Government	dynamics-365	us-government	2c6af4f1-e7b6-4d59-bbc8-eaa884f42d69	mc
sku	d17b27af-3f49-4822-99f9-56a661538792	CRMSTANDARD	Microsoft Dynamics CRM Online	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	mc
sku	ba051a1a-4c3d-4ccd-9890-6fa6a4e696e7	CRMSTANDARD_GCC	Microsoft Dynamics CRM Online for Government	dynamics-365	us-government	2c6af4f1-e7b6-4d59-bbc8-eaa884f42d69	mc
sku	5cd0b796-9ac8-4792-9f0b-796ca9044e4a	D365_ENTERPRISE_CASE_MANAGEMENT_GOV	Dynamics 365 for Case Management, Enterprise Edition for Government	dynamics-365	us-government	2c6af4f1-e7b6-4d59-bbc8-eaa884f42d69	mc
sku	65758a5f-2e16-43b3-a8cb-296cd8f69e09	D365_ENTERPRISE_CUSTOMER_SERVICE_GOV	Dynamics 365 for Customer Service Enterprise for Government	dynamics-365	us-government	2c6af4f1-e7b6-4d59-bbc8-eaa884f42d69	mc
sku	8eac9119-7e6b-4278-9dc4-e3458993b08a	D365_ENTERPRISE_FIELD_SERVICE_GOV	Dynamics 365 for Field Service for Government	dynamics-365	us-government	2c6af4f1-e7b6-4d59-bbc8-eaa884f42d69	mc
sku	6c827f0a-42cb-4cff-b1cd-f4104c16ede3	D365_ENTERPRISE_PROJECT_SERVICE_AUTOMATION_GOV	Dynamics 365 for Project Service Automation for Government	dynamics-365	us-government	2c6af4f1-e7b6-4d59-bbc8-eaa884f42d69	c
sku	e85b3345-2fd5-45cf-a196-7968d3e18e56	D365_ENTERPRISE_SALES_GOV	Dynamics 365 for Sales Enterprise for Government	dynamics-365	us-government	2c6af4f1-e7b6-4d59-bbc8-eaa884f42d69 a933a62f-c3fb-48e5-a0b7-ac92b94b4420	mc
sku	229fa362-9d30-4dbc-8110-21b77a7f9b26	D365_SALES_PRO_GOV	Dynamics 365 for Sales Professional for Government	dynamics-365	us-government	e62ffe5b-7612-441f-a72d-c11cf456d33a	mc
sku	4b585984-651b-448a-9e53-3b10f069cf7f	DESKLESSPACK	Office 365 F3	office-365	public	bd91b1a4-9f94-4ecf-b45b-3a65e5c8128a 90db65a7-bf11-4904-a79f-ef657605145b ca6e61ec-d4f4-41eb-8b88-d96e0e14323f	mc
sku	74039b88-bd62-4b5c-9d9c-7a92bbc0bfdf	DESKLESSPACK_USGOV_GCCHIGH	Office 365 F3_USGOV_GCCHIGH	office-365	us-government	1db85bca-cd60-4bf5-ae54-641e0778a532 90db65a7-bf11-4904-a79f-ef657605145b ca6e61ec-d4f4-41eb-8b88-d96e0e14323f	mc
sku	189a915c-fe4f-4ffa-bde4-85b9628d07a0	DEVELOPERPACK	Office 365 E3 Developer	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9	mc
sku	c42b9cae-ea4f-4ab7-9717-81576235ccac	DEVELOPERPACK_E5	Microsoft 365 E5 Developer (without Windows and Audio Conferencing)	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	4f05b1a3-a978-462c-b93f-781c6bee998f	DYN365_ ENTERPRISE _RELATIONSHIP_SALES	Microsoft Relationship Sales solution	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba a933a62f-c3fb-48e5-a0b7-ac92b94b4420	mc
sku	2880026b-2b0c-4251-8656-5d41ff11e3aa	DYN365_BUSCENTRAL_ESSENTIAL	Dynamics 365 Business Central Essentials	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	mc
sku	f991cecc-3f91-4cd0-a9a8-bf1c8167e029	DYN365_BUSCENTRAL_PREMIUM	Dynamics 365 Business Central Premium	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	mc
sku	2e3c4023-80f6-4711-aa5d-29e0ecb46835	DYN365_BUSCENTRAL_TEAM_MEMBER	Dynamics 365 Business Central Team Members	dynamics-team	public	1ec58c70-f69c-486a-8109-4b87ce86e449	mc
sku	1439b6e2-5d59-4873-8c59-d60e2a196e92	DYN365_CUSTOMER_SERVICE_PRO	Dynamics 365 Customer Service Professional	dynamics-365	public	0368fc9c-3721-437f-8b7d-3d0f888cdefc	mc
sku	d39fb075-21ae-42d0-af80-22a2599749e0	DYN365_ENTERPRISE_CASE_MANAGEMENT	Dynamics 365 for Case Management Enterprise Edition	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	mc
sku	ff5a82be-1edd-4d48-94e0-52527825b589	DYN365_ENTERPRISE_CASE_MANAGEMENT_GOV	Dynamics 365 for Case Management, Enterprise Edition for Government	dynamics-365	us-government	2c6af4f1-e7b6-4d59-bbc8-eaa884f42d69	mc
sku	749742bf-0d37-4158-a120-33567104deeb	DYN365_ENTERPRISE_CUSTOMER_SERVICE	Dynamics 365 for Customer Service Enterprise Edition	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	mc
sku	3c74d823-8f01-4fe8-82d5-f089a5504cec	DYN365_ENTERPRISE_CUSTOMER_SERVICE_GOV	Dynamics 365 for Customer Service, Enterprise Edition for Government	dynamics-365	us-government	2c6af4f1-e7b6-4d59-bbc8-eaa884f42d69	mc
sku	c7d15985-e746-4f01-b113-20b575898250	DYN365_ENTERPRISE_FIELD_SERVICE	Dynamics 365 for Field Service Enterprise Edition	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	mc
sku	c3d74ead-70b7-4513-8dce-797be3fbe07a	DYN365_ENTERPRISE_FIELD_SERVICE_GOV	Dynamics 365 for Field Service Enterprise Edition for Government	dynamics-365	us-government	2c6af4f1-e7b6-4d59-bbc8-eaa884f42d69	mc
sku	ea126fc5-a19e-42e2-a731-da9d437bffcf	DYN365_ENTERPRISE_PLAN1	Dynamics 365 Customer Engagement Plan	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba b650d915-9886-424b-a08d-633cede56f57 1315ade1-0410-450d-b8e3-8050e6da320f	mc
sku	1ec19b5f-7542-4b20-b01f-fb5d3f040e2d	DYN365_ENTERPRISE_PROJECT_SERVICE_AUTOMATION_GOV	Dynamics 365 for Project Service Automation Enterprise Edition for Government	dynamics-365	us-government	2c6af4f1-e7b6-4d59-bbc8-eaa884f42d69	mc
sku	1e1a282c-9c54-43a2-9310-98ef728faace	DYN365_ENTERPRISE_SALES	Dynamics 365 for Sales Enterprise Edition	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	mc
sku	8edc2cf8-6438-4fa9-b6e3-aa1660c640cc	DYN365_ENTERPRISE_SALES_CUSTOMERSERVICE	Dynamics 365 for Sales and Customer Service Enterprise Edition	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	mc
sku	28b275ce-aec7-4c26-82e2-1ffbc2746ad4	DYN365_ENTERPRISE_SALES_GOV	Dynamics 365 for Sales, Enterprise Edition for Government	dynamics-365	us-government	2c6af4f1-e7b6-4d59-bbc8-eaa884f42d69	mc
sku	8e7a3d30-d97d-43ab-837c-d7701cef83dc	DYN365_ENTERPRISE_TEAM_MEMBERS	Dynamics 365 for Team Members Enterprise Edition	dynamics-team	public	7e6d7d78-73de-46ba-83b1-6d25117334ba 1ec58c70-f69c-486a-8109-4b87ce86e449	mc
sku	ba05762f-32ff-4fac-a096-55309b3700a3	DYN365_ENTERPRISE_TEAM_MEMBERS_GOV	Dynamics 365 for Team Members Enterprise Edition for Government	dynamics-team	us-government	47bdde6a-959f-4c7f-8d59-3243e34f1cb3	mc
sku	55c9eb4e-c746-45b4-b255-9ab6b19d5c62	DYN365_FINANCE	Dynamics 365 Finance	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba e95d7060-d4d9-400a-a2bd-a244bf0b609e	mc
sku	9a1e33ed-9697-43f3-b84c-1b0959dbb1d4	DYN365_FINANCIALS_ACCOUNTANT_SKU	Dynamics 365 Business Central External Accountant	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	mc
sku	cc13a803-544e-4464-b4e4-6d6169a138fa	DYN365_FINANCIALS_BUSINESS_SKU	Dynamics 365 for Financials Business Edition	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	mc
sku	98619618-9dc8-48c6-8f0c-741890ba5f93	DYN365_PROJECT_OPERATIONS	Dynamics 365 Project Operations	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	mc
sku	79909bd8-4c69-4202-939e-11bc4385b134	DYN365_RETAIL	Dynamics 365 Commerce	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba 9e6d1620-dce9-4655-8933-af8fa5bccc9c 2bb89402-51e9-4c5a-be33-e954a9dd1ba6 93cc200d-a47f-4c56-aec1-83f8b0d0425a	mc
sku	2edaa1dc-966d-4475-93d6-8ee8dfd96877	DYN365_SALES_PREMIUM	Dynamics 365 Sales Premium	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba a933a62f-c3fb-48e5-a0b7-ac92b94b4420	mc
sku	f2e48cb3-9da0-42cd-8464-4a54ce198ad0	DYN365_SCM	Dynamics 365 for Supply Chain Management	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba b6a8b974-2956-4e14-ae81-f0384c363528	mc
sku	7ac9fe77-66b7-4e5e-9e46-10eed1cff547	DYN365_TEAM_MEMBERS	Dynamics 365 Team Members	dynamics-team	public	7e6d7d78-73de-46ba-83b1-6d25117334ba 1ec58c70-f69c-486a-8109-4b87ce86e449	mc
sku	1d506c23-1702-46f1-b940-160c55f98d05	Dynamics_365_Business_Central_Essentials_Attach	Dynamics 365 Business Central Essentials Attach	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	mc
sku	dfb1700c-013e-4132-8bce-0d319c43a95d	DYNAMICS_365_CONTACT_CENTER	Dynamics 365 Contact Center	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	c
sku	39a78eb6-3a8a-4e1e-878a-575a5c8984e7	DYNAMICS_365_CONTACT_CENTER_ADD_ON_FOR_CUSTOMER_SERVICE_ENTERPRISE	Dynamics 365 Contact Center Add-on for Customer Service Enterprise	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	c
sku	59d3d0bf-df39-4b8b-8601-ea6c09a7fd66	DYNAMICS_365_CONTACT_CENTER_DIGITAL	Dynamics 365 Contact Center Digital	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	c
sku	7e6e6091-1680-4532-9370-6cd4598483ac	DYNAMICS_365_CONTACT_CENTER_DIGITAL_ADD_ON_FOR_CUSTOMER_SERVICE_ENTERPRISE	Dynamics 365 Contact Center Digital Add-on for Customer Service Enterprise	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	c
sku	79e2368c-4568-48d5-a352-b0344afabcf8	DYNAMICS_365_CONTACT_CENTER_VOICE	Dynamics 365 Contact Center Voice	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	c
sku	73e8b747-20bf-463d-8ffd-274a7d65d0bc	DYNAMICS_365_CONTACT_CENTER_VOICE_ADD_ON_FOR_CUSTOMER_SERVICE_ENTERPRISE	Dynamics 365 Contact Center Voice Add-on for Customer Service Enterprise	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	c
sku	94a6fbd4-6a2f-4990-b356-dc7dd8bed08a	Dynamics_365_Customer_Service_Enterprise_admin_trial	Dynamics 365 Customer Service Enterprise Admin	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	mc
sku	1e615a51-59db-4807-9957-aa83c3657351	Dynamics_365_Customer_Service_Enterprise_viral_trial	Dynamics 365 Customer Service Enterprise Viral Trial	trial	public	81d4ecb8-0481-42fb-8868-51536c5aceeb	mc
sku	29fcd665-d8d1-4f34-8eed-3811e3fca7b3	Dynamics_365_Field_Service_Enterprise_viral_trial	Dynamics 365 Field Service Viral Trial	trial	public	81d4ecb8-0481-42fb-8868-51536c5aceeb	mc
sku	ccba3cfe-71ef-423a-bd87-b6df3dce59a9	Dynamics_365_for_Operations	Dynamics 365 UNF OPS Plan ENT Edition	dynamics-365	public	b650d915-9886-424b-a08d-633cede56f57	mc
sku	99cb3f83-fbec-4aa1-8262-9679e6df7c53	Dynamics_365_Guides_vTrial	Dynamics 365 Guides vTrial	trial	public	26fa8a18-2812-4b3d-96b4-864818ce26be 17ab22cd-a0b3-4536-910a-cb6eb12696c0	mc
sku	6c75fb1b-61f2-42d0-b1b8-6492ca9ae159	Dynamics_365_Multi_app_	Dynamics 365 Multi-app	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	mc
sku	494721b8-1f30-4315-aba6-70ca169358d9	Dynamics_365_Sales_Field_Service_and_Customer_Service_Partner_Sandbox	Dynamics 365 Sales, Field Service and Customer Service Partner Sandbox	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba	mc
sku	6ec92958-3cc1-49db-95bd-bc6b3798df71	Dynamics_365_Sales_Premium_Viral_Trial	Dynamics 365 Sales Premium Viral Trial	trial	public	81d4ecb8-0481-42fb-8868-51536c5aceeb	mc
sku	9467fd84-2758-4287-b1fa-6a908c441b8a	Dynamics_365_Supply_Chain_Management_Premium	Dynamics 365 Supply Chain Management Premium	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba 9e6d1620-dce9-4655-8933-af8fa5bccc9c 2bb89402-51e9-4c5a-be33-e954a9dd1ba6 b6a8b974-2956-4e14-ae81-f0384c363528	c
sku	d13ef257-988a-46f3-8fce-f47484dd4550	E3_VDA_only	Windows 10/11 Enterprise E3 VDA	windows	public	2d589a15-b171-4e61-9b5f-31d15eeb2872 59231cdf-b40d-4534-a93e-14d0cd31d27e	mc
sku	6fd2c87f-b296-42f0-b197-1e91e994b900	ENTERPRISEPACK	Office 365 E3	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	535a3a29-c5f0-42fe-8215-d3b9e1f38c4a	ENTERPRISEPACK_GOV	Office 365 G3 GCC	office-365	us-government	c537f360-6a00-4ace-a7f5-9128d0ac1e4b a70bbf38-cdda-470d-adb8-5804b8770f41 06162da2-ebf9-4954-99a0-00fee96f95cc	mc
sku	e578b273-6db4-4691-bba0-8d691f4da603	ENTERPRISEPACKPLUS_FACULTY	Office 365 A3 for faculty	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	98b6e773-24d4-4c0d-a968-6e787a1f8204	ENTERPRISEPACKPLUS_STUDENT	Office 365 A3 for students	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	24aebea8-7fac-48d0-8750-de4ee1fde205	ENTERPRISEPACKWITHOUTPROPLUS_GOV	Office 365 G3 without Microsoft 365 Apps GCC	office-365	us-government	c537f360-6a00-4ace-a7f5-9128d0ac1e4b a70bbf38-cdda-470d-adb8-5804b8770f41 06162da2-ebf9-4954-99a0-00fee96f95cc	mc
sku	c7df2760-2c81-4ef7-b578-5b5392b571df	ENTERPRISEPREMIUM	Office 365 E5	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	a4585165-0533-458a-97e3-c400570268c4	ENTERPRISEPREMIUM_FACULTY	Office 365 A5 for faculty	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	8900a2c0-edba-4079-bdf3-b276e293b6a8	ENTERPRISEPREMIUM_GOV	Office 365 G5 GCC	office-365	us-government	8055d84a-c172-42eb-b997-6c2ae4628246 bce5e5ca-c2fd-4d53-8ee2-58dfffed4c10 a7d3fb37-b6df-4085-b509-50810d991a39	mc
sku	2f105cc2-c2c1-435b-a955-c5e82156c05d	ENTERPRISEPREMIUM_NOPBIPBX_GOV	Office 365 GCC G5 without Power BI and Phone System	office-365	us-government	8055d84a-c172-42eb-b997-6c2ae4628246 bce5e5ca-c2fd-4d53-8ee2-58dfffed4c10 a7d3fb37-b6df-4085-b509-50810d991a39	mc
sku	26d45bd9-adf1-46cd-a9e1-51e9a5524128	ENTERPRISEPREMIUM_NOPSTNCONF	Office 365 E5 Without Audio Conferencing	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	1341559b-49df-443c-8e79-fa604fed2d82	ENTERPRISEPREMIUM_NOPSTNCONF_NOPBI_GOV	Office 365 GCC G5 without Audio Conferencing	office-365	us-government	8055d84a-c172-42eb-b997-6c2ae4628246 bce5e5ca-c2fd-4d53-8ee2-58dfffed4c10 a7d3fb37-b6df-4085-b509-50810d991a39	mc
sku	ee656612-49fa-43e5-b67e-cb1fdf7699df	ENTERPRISEPREMIUM_STUDENT	Office 365 A5 for students	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	1392051d-0cb9-4b7a-88d5-621fee5e8711	ENTERPRISEWITHSCAL	Office 365 E4	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9	mc
sku	b3a42176-0a8c-4c3f-ba4e-f2b37fe5be6b	FLOW_BUSINESS_PROCESS	Power Automate per flow plan	per-flow	public	7e017b61-a6e0-4bdc-861a-932846591f6e c84e52ae-1906-4947-ac4d-6fb3e5bf7c2e	mc
sku	d9de51e5-d8cd-45bb-8da3-1d55e28c52e6	FLOW_BUSINESS_PROCESS_GCC	Power Automate per flow plan for Government	per-flow	us-government	cb83e771-a077-4a73-9201-d955585b29fa 54b61386-c818-4634-8400-61c9e8f6acd3	mc
sku	f30db892-07e9-47e9-837c-80727f46fd3d	FLOW_FREE	Microsoft Power Automate Free	free	public	50e68c76-46c6-4674-81f9-75456511b170 17ab22cd-a0b3-4536-910a-cb6eb12696c0	mc
sku	2b3b0c87-36af-4d15-8124-04a691cc2546	FLOW_P1_GOV	Flow Plan 1 for Government	legacy-plan-1	us-government	774da41c-a8b3-47c1-8322-b9c1ab68be9f ce361df2-f2a5-4713-953f-4050ba09aad8	c
sku	4755df59-3f73-41ab-a249-596ad72b5504	FLOW_P2	Microsoft Power Automate Plan 2	legacy-plan-2	public	56be9436-e4b2-446c-bb7f-cc15d16cca4d 6ea4c1ef-c259-46df-bce2-943342cd3cb2	mc
sku	4a51bf65-409c-4a91-b845-1121b571cc9d	FLOW_PER_USER	Power Automate per user plan	per-user	public	c5002c70-f725-4367-b409-f0eff4fee6c0 6ea4c1ef-c259-46df-bce2-943342cd3cb2	mc
sku	d80a4c5d-8f05-4b64-9926-6574b9e6aee4	FLOW_PER_USER_DEPT	Power Automate per user plan dept	per-user	public	c5002c70-f725-4367-b409-f0eff4fee6c0 6ea4c1ef-c259-46df-bce2-943342cd3cb2	mc
sku	c8803586-c136-479a-8ff3-f5f32d23a68e	FLOW_PER_USER_GCC	Power Automate per user plan for Government	per-user	us-government	769b8bee-2779-4c5a-9456-6f4f8629fd41 37396c73-2203-48e6-8be1-d882dae53275	mc
sku	bc946dac-7877-4271-b2f7-99d2db13cd2c	FORMS_PRO	Dynamics 365 Customer Voice Trial	trial	public	57a0746c-87b8-4405-9397-df365a9db793 363430d1-e3f7-43bc-b07b-767b6bb95e4b	mc
sku	e2ae107b-a571-426f-9367-6d4c8f1390ba	Forms_Pro_USL	Dynamics 365 Customer Voice USL	other-product	public	57a0746c-87b8-4405-9397-df365a9db793 e9830cfd-e65d-49dc-84fb-7d56b9aa2c89	mc
sku	2a914830-d700-444a-b73c-e3f31980d833	M365_F1_GOV	Microsoft 365 F3 GCC	office-365	us-government	5d32692e-5b24-4a59-a77e-b2a8650e25c1 5e05331a-0aec-437e-87db-9ef5934b5771 29007dd3-36c0-4cc2-935d-f5bca2c2c473	mc
sku	e823ca47-49c4-46b3-b38d-ca11d5abe3d2	M365_G3_GOV	Microsoft 365 G3 GCC	office-365	us-government	c537f360-6a00-4ace-a7f5-9128d0ac1e4b a70bbf38-cdda-470d-adb8-5804b8770f41 06162da2-ebf9-4954-99a0-00fee96f95cc	mc
sku	5c739a73-651d-4c2c-8a4e-fe4ba12253b0	M365_G3_RPA1_GOV	Microsoft 365 G3 - Unattended License for GCC	office-365	us-government	c537f360-6a00-4ace-a7f5-9128d0ac1e4b a70bbf38-cdda-470d-adb8-5804b8770f41 06162da2-ebf9-4954-99a0-00fee96f95cc	mc
sku	e2be619b-b125-455f-8660-fb503e431a5d	M365_G5_GCC	Microsoft 365 GCC G5	office-365	us-government	8055d84a-c172-42eb-b997-6c2ae4628246 bce5e5ca-c2fd-4d53-8ee2-58dfffed4c10 a7d3fb37-b6df-4085-b509-50810d991a39	mc
sku	b0f809d5-a662-4391-a5aa-136e9c565b9d	M365_G5_GOV	Microsoft 365 GCC G5 w/o WDATP/CAS Unified	office-365	us-government	8055d84a-c172-42eb-b997-6c2ae4628246 bce5e5ca-c2fd-4d53-8ee2-58dfffed4c10 a7d3fb37-b6df-4085-b509-50810d991a39	mc
sku	4b590615-0888-425a-a965-b3bf7789848d	M365EDU_A3_FACULTY	Microsoft 365 A3 for Faculty	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	7cfd9a2b-e110-4c39-bf20-c6a3f36a3121	M365EDU_A3_STUDENT	Microsoft 365 A3 for Students	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	18250162-5d87-4436-a834-d795c15c80f3	M365EDU_A3_STUUSEBNFT	Microsoft 365 A3 for students use benefit	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	1aa94593-ca12-4254-a738-81a5972958e8	M365EDU_A3_STUUSEBNFT_RPA1	Microsoft 365 A3 - Unattended License for students use benefit	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	e97c048c-37a4-45fb-ab50-922fbf07a370	M365EDU_A5_FACULTY	Microsoft 365 A5 for Faculty	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	81441ae1-0b31-4185-a6c0-32b6b84d419f	M365EDU_A5_NOPSTNCONF_STUUSEBNFT	Microsoft 365 A5 without Audio Conferencing for students use benefit	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	46c119d4-0379-4a9d-85e4-97c66d3f909e	M365EDU_A5_STUDENT	Microsoft 365 A5 for Students	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	31d57bc7-3a05-4867-ab53-97a17835a411	M365EDU_A5_STUUSEBNFT	Microsoft 365 A5 for students use benefit	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	00e1ec7b-e4a3-40d1-9441-b69b597ab222	Microsoft_365_ Business_ Premium_(no Teams)	Microsoft 365 Business Premium (no Teams)	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	21502a13-c8dc-4744-be9c-177fd9d2eafc	Microsoft_365_Business_Basic_(no Teams)	Microsoft 365 Business Basic (no Teams)	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 bed136c6-b799-4462-824d-fc045d3a9d25 40b010bb-0b69-4654-ac5e-ba161433f4b4	mc
sku	b1f3042b-a390-4b56-ab61-b88e7e767a97	Microsoft_365_Business_Basic_EEA_(no_Teams)	Microsoft 365 Business Basic EEA (no Teams)	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 bed136c6-b799-4462-824d-fc045d3a9d25 40b010bb-0b69-4654-ac5e-ba161433f4b4	mc
sku	24c35284-d768-4e53-84d9-b7ae73dddf69	Microsoft_365_Business_Premium_Donation_(Non_Profit_Pricing)	Microsoft 365 Business Premium Donation	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	ffa3a2a0-3820-462a-aa81-8a4d741f0cba	Microsoft_365_Business_Standard_EEA_(no_Teams)	Microsoft 365 Business Standard EEA (no Teams)	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	5a1c7b8d-0739-4ca8-bf69-ec87e69133ac	MICROSOFT_365_BUSINESS_STANDARD_NO_TEAMS	Microsoft 365 Business Standard (no Teams)	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	0c21030a-7e60-4ec7-9a0f-0042e0e0211a	Microsoft_365_E3	Microsoft 365 E3 (500 seats min)_HUB	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	dcf0408c-aaec-446c-afd4-43e3683943ea	Microsoft_365_E3_(no_Teams)	Microsoft 365 E3 (no Teams)	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	a23dbafb-3396-48b3-ad9c-a304fe206043	Microsoft_365_E3_EEA_(no_Teams)_Unattended_License	Microsoft 365 E3 EEA (no Teams) - Unattended License	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	db684ac5-c0e7-4f92-8284-ef9ebde75d33	Microsoft_365_E5	Microsoft 365 E5 (500 seats min)_HUB	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	18a4bd3f-0b5b-4887-b04f-61dd0ee15f5e	Microsoft_365_E5_(no_Teams)	Microsoft 365 E5 (no Teams)	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	c
sku	6ee4114a-9b2d-4577-9e7a-49fa43d222d3	Microsoft_365_E5_EEA_(no_Teams)_with_Calling_Minutes	Microsoft 365 E5 EEA (no Teams) with Calling Minutes	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	90277bc7-a6fe-4181-99d8-712b08b8d32b	Microsoft_365_E5_EEA_(no_Teams)_without_Audio_Conferencing	Microsoft 365 E5 EEA (no Teams) without Audio Conferencing	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	a640eead-25f6-4bec-97e3-23cfd382d7c2	Microsoft_365_E5_EEA_(no_Teams)_without_Audio_Conferencing_(500_seats_min)_HUB	Microsoft 365 E5 EEA (no Teams) without Audio Conferencing (500 seats min)_HUB	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	2113661c-6509-4034-98bb-9c47bd28d63c	Microsoft_365_E5_without_Audio_Conferencing	Microsoft 365 E5 without Audio Conferencing (500 seats min)_HUB	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	9a18296a-025f-4e37-9ffa-30bf8d1ce775	MICROSOFT_365_E7	Microsoft 365 E7	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	c
sku	f7ee79a7-7aec-4ca4-9fb9-34d6b930ad87	Microsoft_365_F3_EEA_(no_Teams)	Microsoft 365 F3 EEA (no Teams)	office-365	public	bd91b1a4-9f94-4ecf-b45b-3a65e5c8128a 90db65a7-bf11-4904-a79f-ef657605145b ca6e61ec-d4f4-41eb-8b88-d96e0e14323f	mc
sku	ece037b4-a52b-4cf8-93ea-649e5d83767a	Microsoft_Cloud_for_Sustainability_USL	Microsoft Sustainability Manager USL Essentials	other-product	public	ccbe468e-7973-442c-8ec4-5fbe16438711	mc
sku	556640c0-53ea-4773-907d-29c55332983f	Microsoft_Cloud_for_Sustainability_vTrial	Microsoft Cloud for Sustainability vTrial	trial	public	81d4ecb8-0481-42fb-8868-51536c5aceeb 17ab22cd-a0b3-4536-910a-cb6eb12696c0	mc
sku	7792674b-fa0c-4af5-b2a1-a15239f933b6	Microsoft_Copilot_for_Finance_trial	Microsoft 365 Copilot for Finance (Preview)	trial	public	68bf3da4-4e1a-4e13-a1cc-2bc6986b4d88 1c56fdd3-59ce-417a-b8bb-a97bb4e67b99	c
sku	15f2e9fc-b782-4f73-bf51-81d8b7fff6f4	Microsoft_Copilot_for_Sales	Microsoft 365 Copilot for Sales	other-product	public	0c1c2af2-6c51-43c7-9c55-fa487ac147ff	c
sku	9d576ffb-dd32-4c33-91ee-91625b61424a	MICROSOFT_SUSTAINABILITY_MANAGER_PREMIUM_USL_ADDON	Microsoft Sustainability Manager Premium USL Plus	other-product	public	1c22bb50-96fb-49e5-baa6-195cab19eee2	c
sku	e0dfc8b9-9531-4ec8-94b4-9fec23b05fc8	Microsoft_Teams_Exploratory_Dept	Microsoft Teams Exploratory Dept	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 bed136c6-b799-4462-824d-fc045d3a9d25	mc
sku	3227bcb2-8448-4f81-b3c2-8c2074e15a2a	Microsoft_Viva_Sales	Microsoft Sales Copilot	other-product	public	a933a62f-c3fb-48e5-a0b7-ac92b94b4420	mc
sku	74fbf1bb-47c6-4796-9623-77dc7371723b	MS_TEAMS_IW	Microsoft Teams Trial	trial	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4	mc
sku	3b555118-da6a-4418-894f-7df1e2096870	O365_BUSINESS_ESSENTIALS	Microsoft 365 Business Basic	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4	mc
sku	f245ecc8-75af-4f8e-b61f-27d8114de5f3	O365_BUSINESS_PREMIUM	Microsoft 365 Business Standard	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	602e6573-55a3-46b1-a1a0-cc267991501a	O365_w/o Teams Bundle_M3_(500_seats_min)_HUB	Microsoft 365 E3 EEA (no Teams) (500 seats min)_HUB	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	d711d25a-a21c-492f-bd19-aae1e8ebaf30	O365_w/o_Teams_Bundle_E3	Office 365 E3 EEA (no Teams)	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	3271cf8e-2be5-4a09-a549-70fd05baaa17	O365_w/o_Teams_Bundle_M5	Microsoft 365 E5 EEA (no Teams)	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	1e988bf3-8b7c-4731-bec0-4e2a2946600c	O365_w/o_Teams_Bundle_M5_(500_seats_min)_HUB	Microsoft 365 E5 EEA (no Teams) (500 seats min)_HUB	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	c2fe850d-fbbb-4858-b67d-bd0c6e746da3	O365_w/o Teams Bundle_M3	Microsoft 365 E3 EEA (no Teams)	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	f8ced641-8e17-4dc5-b014-f5a2d53f6ac8	Office_365_E1_(no_Teams)	Office 365 E1 (no Teams)	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 bed136c6-b799-4462-824d-fc045d3a9d25 40b010bb-0b69-4654-ac5e-ba161433f4b4	c
sku	46c3a859-c90d-40b3-9551-6178a48d5c18	Office_365_E3_(no_Teams)	Office 365 E3 (no Teams)	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	71772aeb-4bb8-4f74-9dd4-36c7a9b5ca74	Office_365_E5_EEA_(no_Teams)_without_Audio_Conferencing	Office 365 E5 EEA (no Teams) without Audio Conferencing	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	d1f0495b-cb7b-4e11-8b85-daee7e7e5664	Office_365_F3_EEA_(no_Teams)	Office 365 F3 EEA (no Teams)	office-365	public	bd91b1a4-9f94-4ecf-b45b-3a65e5c8128a 90db65a7-bf11-4904-a79f-ef657605145b ca6e61ec-d4f4-41eb-8b88-d96e0e14323f	mc
sku	a3f586b6-8cce-4d9b-99d6-55238397f77a	Office_365_w/o_Teams_Bundle_Business_Premium	Microsoft 365 Business Premium EEA (no Teams)	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	c1f79c29-5d7a-4bec-a2c1-1a76774864c0	Office_365_w/o_Teams_Bundle_Business_Standard	Microsoft 365 Business Standard EEA (no Teams)	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	b57282e3-65bd-4252-9502-c0eae1e5ab7f	Office_365_w/o_Teams_Bundle_E1	Office 365 E1 EEA (no Teams)	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 bed136c6-b799-4462-824d-fc045d3a9d25 40b010bb-0b69-4654-ac5e-ba161433f4b4	mc
sku	cf50bae9-29e8-4775-b07c-56ee10e3776d	Office_365_w/o_Teams_Bundle_E5	Office 365 E5 EEA (no Teams)	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	64fca79f-c471-4e13-a335-9069cddf8aeb	OFFICEMOBILE_SUBSCRIPTION_GOV_TEST	Office Mobile Apps for Office 365 for GCC	project	us-government	7251de8f-ecfb-481e-bcff-4af4f1a4573c 16687e20-06f9-4577-9cc0-34a2704260fc 83837d9c-c21a-46a0-873e-d834c94015d6	mc
sku	816ee058-f70c-42ad-b433-d6171984ea20	Power_Apps_per_app_plan_(1_app_or_portal)_BD_Only_GCC	Power Apps per app plan (1 app or website) BD Only - GCC	power-apps-app	us-government	8e2c2c3d-07f6-4da7-86a9-e78cc8c2c8b9 c2da6658-f89d-49f2-9508-40431dee115b	mc
sku	253ce8d3-6122-4240-8b04-f434a8fa831f	Power_Automate_per_process	Power Automate Process	process	public	d7c3df99-6f58-40b9-8940-cd3a51679d85	mc
sku	75564b9c-51e8-431c-b8fe-d472d5a545c8	Power_Virtual_Agents	Microsoft Copilot Studio	other-product	public	4b9ec373-ed29-4192-8a47-c9ab9048b079 5dd1819f-0de7-487f-985b-c450a4c9cc1d	c
sku	d7974fa0-ddd7-4899-9589-1ea04273aa26	Power_Virtual_Agents_for_GCC_GCC	Microsoft Copilot Studio for GCC	other-product	us-government	4b9ec373-ed29-4192-8a47-c9ab9048b079 5dd1819f-0de7-487f-985b-c450a4c9cc1d	c
sku	84ed7c30-3738-43a0-aa03-cf6c577d8dbb	Power_Virtual_Agents_USGOV_GCCHIGH	Microsoft Copilot Studio_USGOV_GCCHIGH	other-product	us-government	4b9ec373-ed29-4192-8a47-c9ab9048b079 5dd1819f-0de7-487f-985b-c450a4c9cc1d	c
sku	5b631642-bd26-49fe-bd20-1daaa972ef80	POWERAPPS_DEV	Microsoft Power Apps for Developer	trial	public	c7ce3f26-564d-4d3a-878d-d8ab868c85fe d8c638e2-9508-40e3-9877-feb87603837b	mc
sku	87bbbc60-4754-4998-8c88-227dca264858	POWERAPPS_INDIVIDUAL_USER	Power Apps and Logic Flows	free	public	0b4346bb-8dc3-4079-9dfc-513696f56039	mc
sku	eca22b68-b31f-4e9c-a20c-4d40287bc5dd	POWERAPPS_P1_GOV	PowerApps Plan 1 for Government	legacy-plan-1	us-government	774da41c-a8b3-47c1-8322-b9c1ab68be9f ce361df2-f2a5-4713-953f-4050ba09aad8	mc
sku	a8ad7d2b-b8cf-49d6-b25a-69094a0be206	POWERAPPS_PER_APP	Power Apps per app plan	power-apps-app	public	c539fa36-a64e-479a-82e1-e40ff2aa83ee 9f2f00ad-21ae-4ceb-994b-d8bc7be90999	mc
sku	cdc8d0fc-fd16-4954-aae6-ed89a99f5620	POWERAPPS_PER_APP_BD_ONLY_GCC	Power Apps Per App BD Only for GCC	power-apps-app	us-government	8e2c2c3d-07f6-4da7-86a9-e78cc8c2c8b9 ee493f70-a3b3-4204-9511-e3f6083b8df3	mc
sku	8623b2d7-5e24-4281-b6b7-086a5f3b0b1c	POWERAPPS_PER_APP_GCC	Power Apps per app plan for Government	power-apps-app	us-government	8e2c2c3d-07f6-4da7-86a9-e78cc8c2c8b9 d7f9c9bc-0a28-4da4-b5f1-731acb27a3e4	mc
sku	c14d7f00-457c-4e3e-8960-48f35459b3c9	POWERAPPS_PER_APP_GCC_NEW	Power Apps per app plan (1 app or website) for Government	power-apps-app	us-government	8e2c2c3d-07f6-4da7-86a9-e78cc8c2c8b9 6f0e9100-ff66-41ce-96fc-3d8b7ad26887	mc
sku	bf666882-9c9b-4b2e-aa2f-4789b0a52ba2	POWERAPPS_PER_APP_IW	PowerApps per app baseline access	power-apps-app	public	dd14867e-8d31-4779-a595-304405f5ad39 94a669d1-84d5-4e54-8462-53b0ae2c8be5	mc
sku	b4d7b828-e8dc-4518-91f9-e123ae48440d	POWERAPPS_PER_APP_NEW	Power Apps per app plan (1 app or portal)	power-apps-app	public	c539fa36-a64e-479a-82e1-e40ff2aa83ee 6f0e9100-ff66-41ce-96fc-3d8b7ad26887	mc
sku	b30411f5-fea1-4a59-9ad9-3db7c7ead579	POWERAPPS_PER_USER	Power Apps Premium	power-apps-user	public	dc789ed8-0170-4b65-a415-eb77d5bb350a 6ea4c1ef-c259-46df-bce2-943342cd3cb2	mc
sku	2ced8a00-3ed1-4295-ab7c-57170ff28e58	POWERAPPS_PER_USER_BD_ONLY	Power Apps Per User BD Only	power-apps-user	public	dc789ed8-0170-4b65-a415-eb77d5bb350a 2e8dde43-6986-479d-b179-7dbe31c31f60	mc
sku	8e4c6baa-f2ff-4884-9c38-93785d0d7ba1	POWERAPPS_PER_USER_GCC	Power Apps Premium for Government	power-apps-user	us-government	8e3eb3bd-bc99-4221-81b8-8b8bc882e128 37396c73-2203-48e6-8be1-d882dae53275	mc
sku	2a6fb3c6-30cc-4558-a69d-032425c1a3ba	POWERAPPS_PER_USER_ISVEMB	Power Apps Premium embedded	power-apps-user	public	dc789ed8-0170-4b65-a415-eb77d5bb350a 6ea4c1ef-c259-46df-bce2-943342cd3cb2	c
sku	dcb1a3ae-b33f-4487-846a-a640262fadf4	POWERAPPS_VIRAL	Microsoft Power Apps Plan 2 Trial	trial	public	50e68c76-46c6-4674-81f9-75456511b170 d20bfa21-e9ae-43fc-93c2-20783f0840c3 17ab22cd-a0b3-4536-910a-cb6eb12696c0	mc
sku	eda1941c-3c4f-4995-b5eb-e85a42175ab9	POWERAUTOMATE_ATTENDED_RPA	Power Automate Premium	premium-user	public	375cd0ad-c407-49fd-866a-0bff4f8a9a4d 3da2fd4c-1bee-4b61-a17f-94c31e5cab93	mc
sku	d3987516-4b53-4dc0-8335-411260bf5626	POWERAUTOMATE_ATTENDED_RPA_GCC	Power Automate Premium for Government	premium-user	us-government	fb613c67-1a58-4645-a8df-21e95a37d433 4802707d-47e1-45dc-82c5-b6981f0fb38c	mc
sku	3539d28c-6e35-4a30-b3a9-cd43d5d3e0e2	POWERAUTOMATE_UNATTENDED_RPA	Power Automate unattended RPA add-on	unattended	public	0d373a98-a27a-426f-8993-f9a425ae99c5 b475952f-128a-4a44-b82a-0b98a45ca7fb	mc
sku	086e9b70-4720-4442-ab6d-3ef32bfb4721	POWERAUTOMATE_UNATTENDED_RPA_GCC	Power Automate unattended RPA add-on for Government	unattended	us-government	45e63e9f-6dd9-41fd-bd41-93bfa008c537 5141c408-df3d-456a-9878-a65119b0a750	mc
sku	ddfae3e3-fcb2-4174-8ebd-3023cb213c8b	POWERFLOW_P2	Microsoft Power Apps Plan 2 (Qualified Offer)	legacy-plan-2	public	56be9436-e4b2-446c-bb7f-cc15d16cca4d 6ea4c1ef-c259-46df-bce2-943342cd3cb2	mc
sku	0f13a262-dc6f-4800-8dc6-a62f72c95fad	POWERFLOWGCC_TEST	PowerApps & Flow GCC Test - O365 & Dyn365 Plans	dynamics-365	us-government	2c6af4f1-e7b6-4d59-bbc8-eaa884f42d69 06879193-37cc-4976-8991-f8165c994ce7 47bdde6a-959f-4c7f-8d59-3243e34f1cb3 16687e20-06f9-4577-9cc0-34a2704260fc ad6c8870-6356-474c-901c-64d7da8cea48 c537f360-6a00-4ace-a7f5-9128d0ac1e4b 8055d84a-c172-42eb-b997-6c2ae4628246 5d32692e-5b24-4a59-a77e-b2a8650e25c1 684a2229-5c57-43ab-b69f-f86fe8997358 ce361df2-f2a5-4713-953f-4050ba09aad8 37396c73-2203-48e6-8be1-d882dae53275 83837d9c-c21a-46a0-873e-d834c94015d6	mc
sku	beb6439c-caad-48d3-bf46-0c82871e12be	PROJECT_P1	Planner Plan 1	project	public	00283e6b-2bd8-440f-a2d5-87358e4c89a1 a6f677b3-62a6-4644-93e7-2a85d240845e	mc
sku	84cd610f-a3f8-4beb-84ab-d9d2c902c6c9	PROJECT_PLAN1_DEPT	Project Plan 1 (for Department)	project	public	00283e6b-2bd8-440f-a2d5-87358e4c89a1 a6f677b3-62a6-4644-93e7-2a85d240845e	mc
sku	46102f44-d912-47e7-b0ca-1bd7b70ada3b	PROJECT_PLAN3_DEPT	Project Plan 3 (for Department)	project	public	fa200448-008c-4acb-abd4-ea106ed2199d 50554c47-71d9-49fd-bc54-42a2765c555c	mc
sku	5d505572-203c-4b83-aa9b-dab50fb46277	Project_Professional_TEST_GCC	Project Plan 3 for GCC TEST	project	us-government	16687e20-06f9-4577-9cc0-34a2704260fc 83837d9c-c21a-46a0-873e-d834c94015d6	mc
sku	930cc132-4d6b-4d8c-8818-587d17c50d56	PROJECTPREMIUM_FACULTY	Project Plan 5 for faculty	project	public	fa200448-008c-4acb-abd4-ea106ed2199d 50554c47-71d9-49fd-bc54-42a2765c555c	mc
sku	f2230877-72be-4fec-b1ba-7156d6f75bd6	PROJECTPREMIUM_GOV	Project Plan 5 for GCC	project	us-government	16687e20-06f9-4577-9cc0-34a2704260fc 83837d9c-c21a-46a0-873e-d834c94015d6	mc
sku	53818b1b-4a27-454b-8896-0dba576410e6	PROJECTPROFESSIONAL	Planner and Project Plan 3	project	public	fa200448-008c-4acb-abd4-ea106ed2199d 50554c47-71d9-49fd-bc54-42a2765c555c	mc
sku	46974aed-363e-423c-9e6a-951037cec495	PROJECTPROFESSIONAL_FACULTY	Project Plan 3 for Faculty	project	public	fa200448-008c-4acb-abd4-ea106ed2199d 50554c47-71d9-49fd-bc54-42a2765c555c	mc
sku	074c6829-b3a0-430a-ba3d-aca365e57065	PROJECTPROFESSIONAL_GOV	Project Plan 3 for GCC	project	us-government	16687e20-06f9-4577-9cc0-34a2704260fc 83837d9c-c21a-46a0-873e-d834c94015d6	mc
sku	3a256e9a-15b6-4092-b0dc-82993f4debc6	SKU_Dynamics_365_for_HCM_Trial	Dynamics 365 for Talent	dynamics-365	public	7e6d7d78-73de-46ba-83b1-6d25117334ba 2d925ad8-2479-4bd8-bb76-5b80f1d48935	mc
sku	dab7782a-93b1-4074-8bb1-0e61318bea0b	SMB_BUSINESS_ESSENTIALS	Microsoft 365 Business Basic	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4	mc
sku	ac5cef5d-921b-4f97-9ef3-c99076e5470f	SMB_BUSINESS_PREMIUM	Microsoft 365 Business Standard - Prepaid Legacy	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4	mc
sku	cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46	SPB	Microsoft 365 Business Premium	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	05e9a617-0261-4cee-bb44-138d3ef5d965	SPE_E3	Microsoft 365 E3	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	c2ac2ee4-9bb1-47e4-8541-d689c7e83371	SPE_E3_RPA1	Microsoft 365 E3 - Unattended License	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 95b76021-6a53-4741-ab8b-1d1f3d66a95a 4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14	mc
sku	06ebc4ee-1bb5-47dd-8120-11324bc54e06	SPE_E5	Microsoft 365 E5	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	a91fc4e0-65e5-4266-aa76-4037509c1626	SPE_E5_CALLINGMINUTES	Microsoft 365 E5 with Calling Minutes	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	cd2925a3-5076-4233-8931-638a8c94f773	SPE_E5_NOPSTNCONF	Microsoft 365 E5 without Audio Conferencing	office-365	public	07699545-9485-468e-95b6-2fca3738be01 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	4eb45c5b-0d19-4e33-b87c-adfc25268f20	SPE_E5_USGOV_GCCHIGH	Microsoft 365 E5_USGOV_GCCHIGH	office-365	us-government	ee939cf0-7cd1-4262-9f72-9eaa45dbba69 afa73018-811e-46e9-988f-f75d2b1b8430 28b0fa46-c39a-4188-89e2-58e979a6b014	mc
sku	66b55226-6b4f-492c-910c-a3b7a3c9d993	SPE_F1	Microsoft 365 F3	office-365	public	bd91b1a4-9f94-4ecf-b45b-3a65e5c8128a 90db65a7-bf11-4904-a79f-ef657605145b ca6e61ec-d4f4-41eb-8b88-d96e0e14323f	mc
sku	18181a46-0d4e-45cd-891e-60aabd171b4e	STANDARDPACK	Office 365 E1	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 bed136c6-b799-4462-824d-fc045d3a9d25 40b010bb-0b69-4654-ac5e-ba161433f4b4	mc
sku	3f4babde-90ec-47c6-995d-d223749065d1	STANDARDPACK_GOV	Office 365 G1 GCC	office-365	us-government	ad6c8870-6356-474c-901c-64d7da8cea48 959e5dec-6522-4d44-8349-132c27c3795a 8eb5e9bc-783f-4425-921a-c65f45dd72c6	mc
sku	f698ca06-024f-4562-b029-9cb1f1e02646	STANDARDPACK_USGOV_GCCHIGH	Office 365 E1_USGOV_GCCHIGH	office-365	us-government	e923bad8-588e-44d5-acd0-b226daa7b4de bed136c6-b799-4462-824d-fc045d3a9d25 40b010bb-0b69-4654-ac5e-ba161433f4b4	mc
sku	6634e0ce-1a9f-428c-a498-f84ec7b8aa2e	STANDARDWOFFPACK	Office 365 E2	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4	mc
sku	94763226-9b3c-4e75-a931-5c89701abe66	STANDARDWOFFPACK_FACULTY	Office 365 A1 for faculty	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 40b010bb-0b69-4654-ac5e-ba161433f4b4	mc
sku	78e66a63-337a-4a9a-8959-41c6654dfb56	STANDARDWOFFPACK_IW_FACULTY	Office 365 A1 Plus for faculty	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 40b010bb-0b69-4654-ac5e-ba161433f4b4	mc
sku	e82ae690-a2d5-4d76-8d30-7c6e01e6022e	STANDARDWOFFPACK_IW_STUDENT	Office 365 A1 Plus for students	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 40b010bb-0b69-4654-ac5e-ba161433f4b4	mc
sku	314c4481-f395-4525-be8b-2ec4bb1e9d91	STANDARDWOFFPACK_STUDENT	Office 365 A1 for students	office-365	public	76846ad7-7776-4c40-a281-a386362dd1b9 40b010bb-0b69-4654-ac5e-ba161433f4b4	mc
sku	29a2f828-8f39-4837-b8ff-c957e86abe3c	TEAMS_COMMERCIAL_TRIAL	Microsoft Teams Commercial Cloud	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 bed136c6-b799-4462-824d-fc045d3a9d25	mc
sku	710779e8-3d4a-4c88-adb9-386c958d1fdf	TEAMS_EXPLORATORY	Microsoft Teams Exploratory	office-365	public	0f9b09cb-62d1-4ff4-9129-43f4996f83f4 bed136c6-b799-4462-824d-fc045d3a9d25	mc
sku	e4e55366-9635-46f4-a907-fc8c3b5ec81f	VIRTUAL_AGENT_BASE	Power Virtual Agent	other-product	public	4b81a949-69a1-4409-ad34-9791a6ec88aa 0a0a23fa-fea1-4195-bb89-b4789cb12f7f	mc
sku	9900a3e2-6660-4c52-9074-60c949991389	VIRTUAL_AGENT_BASE_GCC	Power Virtual Agent for GCC	other-product	us-government	f9f6db16-ace6-4838-b11c-892ee75e810a e4d0b25d-e440-4ee9-aac4-1d5a5db9f3ef	mc
sku	4b74a65c-8b4a-4fc8-9f6b-5177ed11ddfa	VIRTUAL_AGENT_USL	Power Virtual Agent User License	other-product	public	82f141c9-2e87-4f43-8cb2-12d2701dc6b3 cb867b3c-7f38-4d0d-99ce-e29cd69812c8	mc
sku	470845c0-6884-47e1-89d0-9d6244a77b44	VIRTUAL_AGENT_USL_AR_USGOV_GCCHIGH	Microsoft Copilot Studio User License for GCC High_USGOV_GCCHIGH	other-product	us-government	225e52e5-7bbf-4793-8fb1-4307a7a1ae8e aaae1744-dc7a-4811-9dd0-2bf926ff9d80 cb867b3c-7f38-4d0d-99ce-e29cd69812c8	c
sku	f1de227b-f1bd-4959-bd80-b80547095e6d	VIRTUAL_AGENT_USL_GCC	Power Virtual Agent User License for GCC	other-product	us-government	f9f6db16-ace6-4838-b11c-892ee75e810a 0b939472-1861-45f1-ab6d-208f359c05cd 95df1203-fee7-4726-b7e1-8037a8e899eb bcc0702e-ba97-48d9-ae04-fa8689c53bba	mc
sku	1e7e1070-8ccb-4aca-b470-d7cb538cb07e	WIN_ENT_E5	Windows 10/11 Enterprise E5 (Original)	windows	public	2d589a15-b171-4e61-9b5f-31d15eeb2872 59231cdf-b40d-4534-a93e-14d0cd31d27e	mc
`
