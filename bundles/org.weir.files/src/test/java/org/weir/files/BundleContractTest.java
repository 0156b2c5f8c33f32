package org.weir.files;

import org.weir.testkit.database.Schemas;
import org.weir.testkit.records.BundleContract;

@Schemas({"access", "records", "relationship", "files"})
final class BundleContractTest extends BundleContract {}
