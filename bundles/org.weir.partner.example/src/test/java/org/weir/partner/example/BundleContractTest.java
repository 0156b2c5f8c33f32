package org.weir.partner.example;

import org.weir.testkit.database.Schemas;
import org.weir.testkit.records.BundleContract;

@Schemas({"access", "records", "relationship", "example"})
final class BundleContractTest extends BundleContract {}
