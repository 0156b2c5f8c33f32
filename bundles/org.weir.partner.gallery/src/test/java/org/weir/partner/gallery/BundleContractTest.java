package org.weir.partner.gallery;

import org.weir.testkit.database.Schemas;
import org.weir.testkit.records.BundleContract;

@Schemas({"access", "records", "relationship", "mail", "gallery"})
final class BundleContractTest extends BundleContract {}
