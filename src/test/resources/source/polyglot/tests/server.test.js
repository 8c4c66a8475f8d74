test("x", () => expect(process.env.IN_TEST).toBe(1)); // read: IN_TEST none test
