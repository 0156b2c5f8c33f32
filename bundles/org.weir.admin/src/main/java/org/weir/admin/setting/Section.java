package org.weir.admin.setting;

import java.util.List;

/** What one component lets IT set. @param label as declared */
record Section(String pid, String label, String bundle, List<Setting> settings) {}
