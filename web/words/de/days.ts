export const days = (count: number): string => `${count} ${count === 1 ? 'Tag' : 'Tage'}`;
