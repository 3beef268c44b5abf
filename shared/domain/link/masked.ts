/** An e-mail address that its owner recognizes and nobody else learns: `l…@cb.example`. */
export const maskedEmail = (email: string): string => {
  const at = email.lastIndexOf('@');
  const [first = ''] = email;
  return `${first}…${email.slice(at)}`;
};
