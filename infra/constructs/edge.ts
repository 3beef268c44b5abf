import { apiPath, viewerHeader } from '#contracts/front.ts';

/*
 * What CloudFront runs on each request, in its own JavaScript (cloudfront-js-2.0): no modules, no network, a millisecond.
 */

/** The document of the application, whatever page is asked for. */
export const documentPath = '/index.html';

/** Every address that names no file is a page, and every page is the one document. */
export const toDocument = `
function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (last.indexOf('.') === -1) request.uri = '${documentPath}';
  return request;
}`;

/** The API knows its paths without what they have in front of them here, and is told who asks. */
export const toApi = `
function handler(event) {
  var request = event.request;
  if (request.uri.indexOf('${apiPath}/') === 0) request.uri = request.uri.slice(${apiPath.length});
  request.headers['${viewerHeader}'] = { value: event.viewer.ip };
  return request;
}`;
