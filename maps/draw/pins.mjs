export const pins = () => [];
