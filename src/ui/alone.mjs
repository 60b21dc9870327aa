// One tab at a time. A browser that keeps nothing may give no lock either: then without.

/** What comes of `work`, which runs while no other tab does something under this name. */
export async function alone(name, work) {
  let begun = false;
  const begin = () => {
    begun = true;
    return work();
  };
  try {
    return await (navigator.locks ? navigator.locks.request(name, begin) : begin());
  } catch (error) {
    if (begun) throw error;
    return begin();
  }
}
