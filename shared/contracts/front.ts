/** Where the API lies beside the pages of the application. */
export const apiPath = '/api';

/*
 * What CloudFront sends along with what it hands to the API (docs/adr/0014-one-address-in-front.md). Only with the secret is
 * the address believed.
 */
export const viewerHeader = 'x-redress-viewer';
export const frontHeader = 'x-redress-front';
