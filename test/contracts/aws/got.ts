/** What an address answers. */
export const got = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
};
